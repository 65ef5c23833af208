using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>The PC's store that receives a trusted certificate. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<TrustStore>))]
public enum TrustStore
{
    /// <summary>Root authorities, in which a chain can end.</summary>
    Root = 0,

    /// <summary>Intermediate authorities.</summary>
    Intermediate = 1,

    /// <summary>Publishers of signed software.</summary>
    Publisher = 2,
}
