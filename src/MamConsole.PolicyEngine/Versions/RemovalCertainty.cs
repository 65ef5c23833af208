using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>The certainty of a forecast.</summary>
[JsonConverter(typeof(CamelCaseEnum<RemovalCertainty>))]
public enum RemovalCertainty
{
    /// <summary>Documented by Microsoft.</summary>
    Documented = 0,

    /// <summary>Inferred from documentation.</summary>
    Inferred = 1,

    /// <summary>Not documented and not tested on a PC.</summary>
    Unverified = 2,
}
