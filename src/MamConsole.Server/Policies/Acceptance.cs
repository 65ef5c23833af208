namespace MamConsole.Server.Policies;

/// <summary>Why one warning or danger is accepted.</summary>
public sealed record Acceptance
{
    /// <summary>The rule's id.</summary>
    public required string Code { get; init; }

    /// <summary>The field of the finding.</summary>
    public required string Field { get; init; }

    /// <summary>In people's own words; an empty one says nothing.</summary>
    public required string Reason { get; init; }
}
