namespace MamConsole.Server.Devices;

/// <summary>Which policy a PC gets, and why.</summary>
public sealed record DeviceAssignment
{
    /// <summary>The policy that it gets with its next check-in; null = none matches.</summary>
    public string? PolicyId { get; init; }

    /// <summary>
    /// Each published policy and how it applies to this PC: the one that it gets first, then those that match too, then the others.
    /// </summary>
    public required IReadOnlyList<PolicyReason> Policies { get; init; }

    public required string Ring { get; init; }

    /// <summary>The rings that PCs are in, and those that published policies name, by name.</summary>
    public required IReadOnlyList<string> KnownRings { get; init; }

    /// <summary>When the person's groups were read from Entra last; null = never, so that they count as none.</summary>
    public DateTimeOffset? GroupsReadAt { get; init; }

    /// <summary>Why the last attempt failed; null when it succeeded or was never made.</summary>
    public string? GroupsFault { get; init; }

    /// <summary>Whether any published policy is assigned by groups.</summary>
    public required bool GroupsMatter { get; init; }
}
