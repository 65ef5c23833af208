using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>NativeProtocolType. PPTP is not supported: its encryption is broken. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<VpnProtocol>))]
public enum VpnProtocol
{
    Ikev2 = 0,
    L2tp = 1,
    Sstp = 2,

    /// <summary>Windows tries the protocols in order of preference.</summary>
    Automatic = 3,
}
