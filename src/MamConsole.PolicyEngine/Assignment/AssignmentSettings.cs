using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>
/// Who gets the policy. It is part of the policy, so that it is versioned, compared and rolled back like everything else; no node comes
/// from it. A device takes the policy that names its person, else the one for everyone; among several, the oldest.
/// </summary>
public sealed record AssignmentSettings
{
    /// <summary>Null = not decided yet, which acts like nobody.</summary>
    public AssignmentKind? To { get; init; }

    /// <summary>User principal names, as typed; they count only with <see cref="AssignmentKind.People"/>.</summary>
    public ValueList<string> People { get; init; } = [];
}

/// <summary>The three ways to say who gets a policy. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<AssignmentKind>))]
public enum AssignmentKind
{
    /// <summary>No device gets it.</summary>
    Nobody = 0,
    /// <summary>Each device whose person no other policy names.</summary>
    Everyone = 1,
    /// <summary>The devices of the named people.</summary>
    People = 2,
}
