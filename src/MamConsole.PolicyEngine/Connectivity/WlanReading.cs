namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>What a pasted WLANProfile says.</summary>
/// <param name="Xml">The document.</param>
/// <param name="Name">The profile's name.</param>
/// <param name="Ssid">The network's; null when it has bytes that are no text.</param>
/// <param name="Authentication">As written: WPA2PSK, WPA3SAE, open …</param>
/// <param name="Encryption">As written: AES, TKIP, WEP, none …</param>
/// <param name="RequiresKey">Whether it has a place for a key.</param>
/// <param name="HasKey">Whether a key stands there.</param>
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
    /// <summary>Whether who joins needs a key that all share.</summary>
    public bool NeedsKey => Authentication is "WPAPSK" or "WPA2PSK" or "WPA3SAE" or "shared";

    /// <summary>Whether its encryption can be broken by somebody nearby.</summary>
    public bool IsWeak => Authentication is "shared" or "WPA" or "WPAPSK" || Encryption is "WEP" or "TKIP";
}
