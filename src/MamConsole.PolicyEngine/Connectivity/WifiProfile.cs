using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>One Wi-Fi network, as entered. Stored with its discriminator: never change one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ByForm), "form")]
[JsonDerivedType(typeof(ByXml), "xml")]
public abstract record WifiProfile
{
    private WifiProfile() { }

    /// <summary>The network's name (SSID): 1 to 32 bytes of UTF-8. The profile and its node carry the same name.</summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// The network's key, stored on the server: 8 to 63 printable ASCII characters, or 64 hexadecimal digits. Null = none is stored.
    /// </summary>
    public SecretReference? Key { get; init; }

    /// <summary>The cost of traffic; null = Windows' default, unrestricted.</summary>
    public WifiCost? Cost { get; init; }

    /// <summary>Returns the result for the kind of description.</summary>
    public abstract T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml);

    /// <summary>A network that is described by its fields; this server writes the XML.</summary>
    public sealed record ByForm : WifiProfile
    {
        public WifiSecurity Security { get; init; } = WifiSecurity.Wpa2Personal;

        /// <summary>Whether PCs connect automatically when the network is in range.</summary>
        public bool ConnectAutomatically { get; init; } = true;

        /// <summary>Whether the network does not broadcast its name, so that PCs must probe for it.</summary>
        public bool Hidden { get; init; }

        /// <summary>The EAP configuration (an EapHostConfig document); used with the two enterprise kinds of security.</summary>
        public string EapXml { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml) => form(this);
    }

    /// <summary>
    /// A network that is described by a WLANProfile document. A key in it is removed and stored as <see cref="WifiProfile.Key"/>.
    /// </summary>
    public sealed record ByXml : WifiProfile
    {
        public string Xml { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml) => xml(this);
    }
}
