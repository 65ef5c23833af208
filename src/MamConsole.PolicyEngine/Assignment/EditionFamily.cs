using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Editions of Windows that a policy does not distinguish. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<EditionFamily>))]
public enum EditionFamily
{
    /// <summary>Home, including its regional forms.</summary>
    Home = 0,

    /// <summary>Pro, Pro for Workstations, Pro Education.</summary>
    Pro = 1,

    /// <summary>Enterprise, including its long-term and multi-session forms.</summary>
    Enterprise = 2,

    /// <summary>Education.</summary>
    Education = 3,
}
