using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>How a PC or its user proves who it is. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<VpnSignIn>))]
public enum VpnSignIn
{
    /// <summary>The user, by the method that the EAP document names.</summary>
    Eap = 0,

    /// <summary>The user, by name and password (MS-CHAPv2); not with IKEv2.</summary>
    Password = 1,

    /// <summary>The PC, by its certificate; IKEv2 alone.</summary>
    MachineCertificate = 2,
}
