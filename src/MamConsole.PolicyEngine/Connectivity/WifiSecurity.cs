using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>The authentication and encryption of a network. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<WifiSecurity>))]
public enum WifiSecurity
{
    /// <summary>Open, without encryption.</summary>
    Open = 0,

    /// <summary>A shared key; WPA2 with AES.</summary>
    Wpa2Personal = 1,

    /// <summary>A shared key; WPA3 (SAE), from Windows 10 1903.</summary>
    Wpa3Personal = 2,

    /// <summary>Sign-in (802.1X); WPA2 with AES.</summary>
    Wpa2Enterprise = 3,

    /// <summary>Sign-in (802.1X); WPA3, from Windows 11.</summary>
    Wpa3Enterprise = 4,
}
