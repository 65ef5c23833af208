using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>One VPN connection, as typed. Stored with its discriminator: never change one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ByForm), "form")]
[JsonDerivedType(typeof(ByXml), "xml")]
public abstract record VpnProfile
{
    private VpnProfile() { }

    /// <summary>What people see in Windows' settings; without slashes.</summary>
    public string Name { get; init; } = "";

    /// <summary>The key that L2TP shares with its server, kept on this server. Null = none is kept.</summary>
    public SecretReference? PresharedKey { get; init; }

    /// <summary>One answer for each way to describe a connection.</summary>
    public abstract T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml);

    /// <summary>Described by its fields, for Windows' own VPN client; this server writes the XML.</summary>
    public sealed record ByForm : VpnProfile
    {
        /// <summary>Host names or addresses of the gateways, the first choice first.</summary>
        public ValueList<string> Servers { get; init; } = [];

        public VpnProtocol Protocol { get; init; } = VpnProtocol.Ikev2;

        public VpnSignIn SignIn { get; init; } = VpnSignIn.Eap;

        /// <summary>How people sign in (an EapHostConfig document); counts with <see cref="VpnSignIn.Eap"/>.</summary>
        public string EapXml { get; init; } = "";

        /// <summary>Whether all traffic of the PC takes the connection, not only what belongs to work.</summary>
        public bool ForceTunnel { get; init; }

        /// <summary>Networks behind the connection, such as <c>10.0.0.0/8</c>.</summary>
        public ValueList<string> Routes { get; init; } = [];

        /// <summary>Networks inside those that are reached directly all the same.</summary>
        public ValueList<string> ExcludedRoutes { get; init; } = [];

        /// <summary>Endings that Windows tries for short names; the first is the connection's own.</summary>
        public ValueList<string> DnsSuffixes { get; init; } = [];

        /// <summary>Names that are asked of servers behind the connection.</summary>
        public ValueList<VpnNameRule> NameRules { get; init; } = [];

        /// <summary>Apps whose start connects: package family names or paths of programs.</summary>
        public ValueList<string> AppTriggers { get; init; } = [];

        /// <summary>Whether the PC connects by itself at sign-in.</summary>
        public bool AlwaysOn { get; init; }

        /// <summary>DNS suffixes of networks in which the connection stays off.</summary>
        public ValueList<string> TrustedNetworks { get; init; } = [];

        public bool RememberCredentials { get; init; }

        /// <summary>Whether apps that handle work data connect it (EdpModeId = this policy's first enterprise ID).</summary>
        public bool ForWorkApps { get; init; }

        /// <inheritdoc/>
        public override T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml) => form(this);
    }

    /// <summary>
    /// Described by a VPNProfile document from elsewhere (ProfileXML). A shared key that stood in it is taken out and kept.
    /// </summary>
    public sealed record ByXml : VpnProfile
    {
        public string Xml { get; init; } = "";

        /// <inheritdoc/>
        public override T Match<T>(Func<ByForm, T> form, Func<ByXml, T> xml) => xml(this);
    }
}
