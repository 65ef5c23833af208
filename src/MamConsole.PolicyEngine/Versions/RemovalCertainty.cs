using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>How well a forecast is known.</summary>
[JsonConverter(typeof(CamelCaseEnum<RemovalCertainty>))]
public enum RemovalCertainty
{
    /// <summary>Microsoft writes it down.</summary>
    Documented = 0,

    /// <summary>It follows from what is written down.</summary>
    Inferred = 1,

    /// <summary>No source says it and no PC was asked.</summary>
    Unverified = 2,
}
