using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>What became of a profile that was pasted.</summary>
/// <param name="Xml">The document without its key; as it was pasted when it cannot be read.</param>
/// <param name="Key">The key that stood in it, to be kept as a secret at once; null when there was none that could be used.</param>
/// <param name="Name">The name that the profile gives itself; null when it says none.</param>
/// <param name="Fault">Why it must not be stored: a key stands in it that could not be taken out; null = it may be.</param>
/// <param name="Found">What it says, each in a sentence; empty when it cannot be read: the rules say why.</param>
public sealed record PastedProfile(string Xml, string? Key, string? Name, string? Fault, ValueList<string> Found)
{
    /// <summary>So that no log can hold the key by mistake.</summary>
    public override string ToString() => $"PastedProfile {{ Name = {Name} }}";

    /// <summary>Looks at a WLANProfile. A key that is encrypted for the PC of its export is no use to anybody.</summary>
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
                "The key in it is encrypted for the PC where it was exported; no other can read it. Export with key=clear, or empty "
                    + "keyMaterial and type the key.",
                []
            );
        }

        var (xml, key) = WlanDocument.WithoutKey(read.Xml);
        return new PastedProfile(xml, key, read.Ssid, null, Describe($"A network with {read.Authentication} and {read.Encryption}.", key));
    }

    /// <summary>Looks at a VPNProfile, which has no name of its own.</summary>
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

    /// <summary>A text that cannot be read is kept for the rules to name, unless a key may stand in it.</summary>
    private static PastedProfile Unread(string text, string fault) =>
        ClearKeys.MayHold(text) ? new("", null, null, fault, []) : new(text, null, null, null, []);

    private static ValueList<string> Describe(string what, string? key) =>
        key is null ? [what] : [what, "The key that stood in it was taken out and is kept encrypted; nobody can read it here again."];
}
