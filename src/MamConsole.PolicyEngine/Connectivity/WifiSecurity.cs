using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>Who may join a network, and how its traffic is encrypted. Stored by name: never rename.</summary>
[JsonConverter(typeof(CamelCaseEnum<WifiSecurity>))]
public enum WifiSecurity
{
    /// <summary>Everybody, unencrypted.</summary>
    Open = 0,

    /// <summary>Who knows the key; WPA2 with AES.</summary>
    Wpa2Personal = 1,

    /// <summary>Who knows the key; WPA3 (SAE), from Windows 10 1903.</summary>
    Wpa3Personal = 2,

    /// <summary>Who signs in (802.1X); WPA2 with AES.</summary>
    Wpa2Enterprise = 3,

    /// <summary>Who signs in (802.1X); WPA3, from Windows 11.</summary>
    Wpa3Enterprise = 4,
}
