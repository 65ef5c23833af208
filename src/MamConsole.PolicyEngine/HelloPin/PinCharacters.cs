using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.HelloPin;

/// <summary>What a PIN does with one class of characters. The numbers are those of the wire; stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<PinCharacters>))]
public enum PinCharacters
{
    /// <summary>May hold them.</summary>
    Allowed = 0,

    /// <summary>Must hold at least one.</summary>
    Required = 1,

    /// <summary>Must not hold any.</summary>
    Forbidden = 2,
}
