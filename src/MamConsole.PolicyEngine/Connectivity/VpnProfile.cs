using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>One VPN connection, as entered. Stored with its discriminator: never change one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ByForm), "form")]
[JsonDerivedType(typeof(ByXml), "xml")]
public abstract record VpnProfile
{
    private VpnProfile() { }

    /// <summary>The name in Windows' settings; without slashes.</summary>
    public string Name { get; init; } = "";

    /// <summary>The L2TP preshared key, stored on this server. Null = none is stored.</summary>
    public SecretReference? PresharedKey { get; init; }

    /// <summary>Returns the result for the kind of description.</summary>
    public abstract T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml);

    /// <summary>A connection that is described by its fields, for Windows' own VPN client; this server writes the XML.</summary>
    public sealed record ByForm : VpnProfile
    {
        /// <summary>Host names or addresses of the gateways, in order of preference.</summary>
        public ValueList<string> Servers { get; init; } = [];

        public VpnProtocol Protocol { get; init; } = VpnProtocol.Ikev2;

        public VpnSignIn SignIn { get; init; } = VpnSignIn.Eap;

        /// <summary>The EAP configuration (an EapHostConfig document); used with <see cref="VpnSignIn.Eap"/>.</summary>
        public string EapXml { get; init; } = "";

        /// <summary>Whether all traffic of the PC uses the connection (force tunnel), not only traffic for work (split tunnel).</summary>
        public bool ForceTunnel { get; init; }

        /// <summary>Networks behind the connection, such as <c>10.0.0.0/8</c>.</summary>
        public ValueList<string> Routes { get; init; } = [];

        /// <summary>Networks inside the routes that are excluded from the connection.</summary>
        public ValueList<string> ExcludedRoutes { get; init; } = [];

        /// <summary>DNS suffixes that Windows tries for short names; the first is the connection's primary suffix.</summary>
        public ValueList<string> DnsSuffixes { get; init; } = [];

        /// <summary>DNS name rules (NRPT) for names that are resolved by servers behind the connection.</summary>
        public ValueList<VpnNameRule> NameRules { get; init; } = [];

        /// <summary>Apps that trigger the connection: package family names or paths of programs.</summary>
        public ValueList<string> AppTriggers { get; init; } = [];

        /// <summary>Whether the PC connects automatically at sign-in.</summary>
        public bool AlwaysOn { get; init; }

        /// <summary>DNS suffixes of networks in which the connection is not used.</summary>
        public ValueList<string> TrustedNetworks { get; init; } = [];

        public bool RememberCredentials { get; init; }

        /// <summary>Whether work apps trigger the connection (EdpModeId = this policy's primary enterprise ID).</summary>
        public bool ForWorkApps { get; init; }

        /// <inheritdoc/>
        public override T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml) => form(this);
    }

    /// <summary>
    /// A connection that is described by a VPNProfile document (ProfileXML). A preshared key in it is removed and stored separately.
    /// </summary>
    public sealed record ByXml : VpnProfile
    {
        public string Xml { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml) => xml(this);
    }
}
