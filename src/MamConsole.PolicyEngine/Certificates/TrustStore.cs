using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>The PC's store that a trusted certificate goes to. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<TrustStore>))]
public enum TrustStore
{
    /// <summary>Authorities that a chain may end in.</summary>
    Root = 0,

    /// <summary>Authorities in between.</summary>
    Intermediate = 1,

    /// <summary>Publishers of signed software.</summary>
    Publisher = 2,
}
