using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>The use of one character set in a PIN. The numbers are those of the CSP; stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<PinCharacters>))]
public enum PinCharacters
{
    /// <summary>The PIN may contain such characters.</summary>
    Allowed = 0,

    /// <summary>The PIN must contain at least one such character.</summary>
    Required = 1,

    /// <summary>The PIN must not contain such characters.</summary>
    Forbidden = 2,
}
