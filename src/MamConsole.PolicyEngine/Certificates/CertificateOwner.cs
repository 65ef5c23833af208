using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>The owner of the store that receives a client certificate. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<CertificateOwner>))]
public enum CertificateOwner
{
    /// <summary>The person who enrolled the PC.</summary>
    Person = 0,

    /// <summary>The PC: everyone who signs in to it can use the certificate.</summary>
    Pc = 1,
}
