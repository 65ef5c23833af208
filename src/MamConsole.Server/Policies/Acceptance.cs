namespace MamConsole.Server.Policies;

/// <summary>The reason for accepting one warning or danger.</summary>
public sealed record Acceptance
{
    /// <summary>The rule's id.</summary>
    public required string Code { get; init; }

    /// <summary>The field of the finding, as a path in the policy's JSON.</summary>
    public required string Field { get; init; }

    /// <summary>The reason as typed; empty when the reason of the whole version applies.</summary>
    public required string Reason { get; init; }
}
