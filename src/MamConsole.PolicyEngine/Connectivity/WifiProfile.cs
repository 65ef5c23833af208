using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>One Wi-Fi network, as typed. Stored with its discriminator: never change one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ByForm), "form")]
[JsonDerivedType(typeof(ByXml), "xml")]
public abstract record WifiProfile
{
    private WifiProfile() { }

    /// <summary>The network's name (SSID): 1 to 32 bytes of UTF-8. The profile and its node carry the same name.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// The network's key, kept on the server: 8 to 63 printable ASCII characters, or 64 hexadecimal digits. Null = none is kept.
    /// </summary>
    public SecretReference? Key { get; init; }

    /// <summary>What traffic there costs; null = Windows' own guess, free.</summary>
    public WifiCost? Cost { get; init; }

    /// <summary>One answer for each way to describe a network.</summary>
    public abstract T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml);

    /// <summary>Described by its fields; this server writes the XML.</summary>
    public sealed record ByForm : WifiProfile
    {
        public WifiSecurity Security { get; init; } = WifiSecurity.Wpa2Personal;

        /// <summary>Whether PCs connect by themselves when the network is near.</summary>
        public bool ConnectAutomatically { get; init; } = true;

        /// <summary>Whether the network does not say its name, so that PCs must ask for it.</summary>
        public bool Hidden { get; init; }

        /// <summary>How people sign in (an EapHostConfig document); counts with the two enterprise kinds of security.</summary>
        public string EapXml { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml) => form(this);
    }

    /// <summary>
    /// Described by a WLANProfile document from elsewhere. A key that stood in it is taken out and kept as <see cref="WifiProfile.Key"/>.
    /// </summary>
    public sealed record ByXml : WifiProfile
    {
        public string Xml { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml) => xml(this);
    }
}
