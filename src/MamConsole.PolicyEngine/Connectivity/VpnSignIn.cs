using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>The authentication of a PC or its user. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<VpnSignIn>))]
public enum VpnSignIn
{
    /// <summary>The user, with the method in the EAP document.</summary>
    Eap = 0,

    /// <summary>The user, with name and password (MS-CHAPv2); not with IKEv2.</summary>
    Password = 1,

    /// <summary>The PC, with its certificate; only with IKEv2.</summary>
    MachineCertificate = 2,
}
