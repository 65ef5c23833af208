using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The kinds of assignment. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<AssignmentKind>))]
public enum AssignmentKind
{
    /// <summary>No device gets it.</summary>
    Nobody = 0,

    /// <summary>Each device that no policy with a higher rank matches.</summary>
    Everyone = 1,

    /// <summary>The devices of the named people.</summary>
    People = 2,

    /// <summary>The devices of the members of the selected groups.</summary>
    Groups = 3,
}
