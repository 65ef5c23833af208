using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The ways to say who gets a policy. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<AssignmentKind>))]
public enum AssignmentKind
{
    /// <summary>No device gets it.</summary>
    Nobody = 0,

    /// <summary>Each device that no policy of an earlier rank matches.</summary>
    Everyone = 1,

    /// <summary>The devices of the named people.</summary>
    People = 2,

    /// <summary>The devices of the members of groups.</summary>
    Groups = 3,
}
