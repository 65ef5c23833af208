using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Assignment;

/// <summary>Editions of Windows that are alike for a policy. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<EditionFamily>))]
public enum EditionFamily
{
    /// <summary>Home, its regional forms included.</summary>
    Home = 0,

    /// <summary>Pro, Pro for Workstations, Pro Education.</summary>
    Pro = 1,

    /// <summary>Enterprise, its long-term and multi-session forms included.</summary>
    Enterprise = 2,

    /// <summary>Education.</summary>
    Education = 3,
}
