using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Certificates;

/// <summary>Whose store a person's certificate goes to. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<CertificateOwner>))]
public enum CertificateOwner
{
    /// <summary>The person who enrolled the PC.</summary>
    Person = 0,

    /// <summary>The PC: everybody who signs in to it can use it.</summary>
    Pc = 1,
}
