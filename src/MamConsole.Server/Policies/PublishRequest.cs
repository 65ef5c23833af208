using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies;

/// <summary>What is published, and why.</summary>
public sealed record PublishRequest
{
    /// <summary>The draft that was looked at.</summary>
    public required int DraftRevision { get; init; }

    /// <summary>Needed when a rule warns; kept with the version.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Words for single warnings and dangers; what none are given for is accepted with <see cref="Reason"/>.</summary>
    public ValueList<Acceptance> AcceptedWarnings { get; init; } = [];

    /// <summary>The text of <see cref="DraftReview.RequiredConfirmation"/>, typed, when there is one.</summary>
    public string? Confirmation { get; init; }
}
