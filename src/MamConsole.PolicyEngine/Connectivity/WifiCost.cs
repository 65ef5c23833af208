using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>WiFiCost. The numbers are those of the CSP; stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<WifiCost>))]
public enum WifiCost
{
    /// <summary>Traffic is unrestricted.</summary>
    Free = 1,

    /// <summary>Traffic has a fixed limit.</summary>
    Limited = 2,

    /// <summary>Traffic is charged by the byte.</summary>
    PerByte = 3,
}
