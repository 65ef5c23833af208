namespace MamConsole.Server.HelpDesk;

/// <summary>Which policy a PC gets, and why.</summary>
public sealed record DeviceAssignment
{
    /// <summary>The policy that it gets with its next call; null = none matches.</summary>
    public string? PolicyId { get; init; }

    /// <summary>Each published policy with what it means for this PC: the one that it gets first, then those that match too, then the others.</summary>
    public required IReadOnlyList<PolicyReason> Policies { get; init; }

    public required string Ring { get; init; }

    /// <summary>The rings that PCs are in, and those that published policies name, by name.</summary>
    public required IReadOnlyList<string> KnownRings { get; init; }

    /// <summary>When the person's groups were read from Entra last; null = never, so that they count as none.</summary>
    public DateTimeOffset? GroupsReadAt { get; init; }

    /// <summary>What kept the last try from going well; null when it went well or was never made.</summary>
    public string? GroupsFault { get; init; }

    /// <summary>Whether any published policy asks for groups at all.</summary>
    public required bool GroupsMatter { get; init; }
}

/// <summary>What one policy means for one PC.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Number">The version in force.</param>
/// <param name="Priority">Its priority.</param>
/// <param name="Audience">Who gets it, in one line.</param>
/// <param name="Wins">Whether this PC gets it.</param>
/// <param name="Matches">Whether it is for this PC.</param>
/// <param name="Reason">Why, in one word for scripts: <c>wins</c>, <c>comesLater</c>, or what it misses.</param>
/// <param name="Words">The same in a sentence or two.</param>
public sealed record PolicyReason(string PolicyId, string Name, int Number, int Priority, string Audience, bool Wins, bool Matches, string Reason, string Words);
