using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>The result of parsing a pasted profile.</summary>
/// <param name="Xml">The document without its key; the original text when it cannot be parsed.</param>
/// <param name="Key">The key that the document contained, to be stored as a secret at once; null when there was no usable key.</param>
/// <param name="Name">The name in the profile; null when it has none.</param>
/// <param name="Fault">Why the document must not be stored: it contains a key that could not be removed; null = it can be stored.</param>
/// <param name="Found">The content of the profile, one sentence each; empty when it cannot be parsed: the validation reports the
/// reason.</param>
public sealed record PastedProfile(string Xml, string? Key, string? Name, string? Fault, ValueList<string> Found)
{
    /// <summary>Omits the key, so that it cannot be logged by mistake.</summary>
    public override string ToString() => $"PastedProfile {{ Name = {Name} }}";

    /// <summary>Parses a WLANProfile. A key that is encrypted for the PC of its export is of no use.</summary>
    public static PastedProfile Wifi(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!WlanDocument.TryRead(text, out var read, out var fault))
        {
            return Unread(text, fault);
        }

        if (read.IsProtected && read.HasKey)
        {
            return new PastedProfile(
                "",
                null,
                read.Ssid,
                "The key in the document is encrypted for the PC where it was exported. Export the profile with key=clear, or clear "
                    + "keyMaterial and enter the key.",
                []
            );
        }

        var (xml, key) = WlanDocument.WithoutKey(read.Xml);
        return new PastedProfile(xml, key, read.Ssid, null, Describe($"A network with {read.Authentication} and {read.Encryption}.", key));
    }

    /// <summary>Parses a VPNProfile, which contains no name.</summary>
    public static PastedProfile Vpn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!VpnDocument.TryRead(text, out var read, out var fault))
        {
            return Unread(text, fault);
        }

        var (xml, key) = VpnDocument.WithoutKey(read.Xml);
        return new PastedProfile(xml, key, null, null, Describe($"A connection to {read.Servers} by {read.Protocol}.", key));
    }

    /// <summary>Text that cannot be parsed is retained so that the validation can report it, unless it may contain a key.</summary>
    private static PastedProfile Unread(string text, string fault) =>
        ClearKeys.MayHold(text) ? new("", null, null, fault, []) : new(text, null, null, null, []);

    private static ValueList<string> Describe(string what, string? key) =>
        key is null ? [what] : [what, "The key was removed from the document and is stored encrypted; it cannot be displayed again."];
}
