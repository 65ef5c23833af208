using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>WiFiCost. The numbers are those of the wire; stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<WifiCost>))]
public enum WifiCost
{
    /// <summary>As much as one likes.</summary>
    Free = 1,

    /// <summary>A fixed amount is paid for.</summary>
    Limited = 2,

    /// <summary>Each byte is paid for.</summary>
    PerByte = 3,
}
