using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies;

/// <summary>The request to publish a draft.</summary>
public sealed record PublishRequest
{
    /// <summary>The revision of the draft that was reviewed.</summary>
    public required int DraftRevision { get; init; }

    /// <summary>Required when a rule warns; stored with the version.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Reasons for single warnings and dangers; a finding without one is accepted with <see cref="Reason"/>.</summary>
    public ValueList<Acceptance> AcceptedWarnings { get; init; } = [];

    /// <summary>The typed text of <see cref="DraftReview.RequiredConfirmation"/>, when that is not null.</summary>
    public string? Confirmation { get; init; }
}
