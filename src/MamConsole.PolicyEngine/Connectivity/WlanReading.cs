namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>The content of a pasted WLANProfile.</summary>
/// <param name="Xml">The document.</param>
/// <param name="Name">The profile's name.</param>
/// <param name="Ssid">The network's name; null when its bytes are not text.</param>
/// <param name="Authentication">The authentication, as written: WPA2PSK, WPA3SAE, open …</param>
/// <param name="Encryption">The encryption, as written: AES, TKIP, WEP, none …</param>
/// <param name="RequiresKey">Whether it has an element for a key.</param>
/// <param name="HasKey">Whether that element contains a key.</param>
/// <param name="IsProtected">Whether that key is encrypted for the PC that exported it.</param>
internal sealed record WlanReading(
    PastedXml Xml,
    string Name,
    string? Ssid,
    string Authentication,
    string Encryption,
    bool RequiresKey,
    bool HasKey,
    bool IsProtected
)
{
    /// <summary>Whether the network uses a shared key.</summary>
    public bool NeedsKey => Authentication is "WPAPSK" or "WPA2PSK" or "WPA3SAE" or "shared";

    /// <summary>Whether its encryption is not secure.</summary>
    public bool IsWeak => Authentication is "shared" or "WPA" or "WPAPSK" || Encryption is "WEP" or "TKIP";
}
