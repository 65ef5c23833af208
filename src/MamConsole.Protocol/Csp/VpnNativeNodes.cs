using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>The native protocols of a connection (<see cref="VPNv2Csp.Native"/>).</summary>
public sealed class VpnNativeNodes
{
    /// <summary>The placeholder in LocURIs for the row of <see cref="Protocols"/>: 0, 1, 2 …</summary>
    public const string RowPlaceholder = "{NativeProtocolRowId}";

    /// <summary>The first build on which a profile may have several protocols.</summary>
    private const int FirstWithLists = 20207;

    internal VpnNativeNodes(CspBranch profile)
    {
        Native = profile.Node("NativeProfile", CspAccess.GetAdd, ZeroOrOne);
        var at = profile.Below("NativeProfile");
        Servers = at.Text("Servers", occurs: One);
        RoutingPolicyType = at.Text("RoutingPolicyType", CspRange.Of("SplitTunnel", "ForceTunnel"), occurs: One);
        ProtocolType = at.Text(
            "NativeProtocolType",
            CspRange.Of("PPTP", "L2TP", "IKEv2", "Automatic", "SSTP", "ProtocolList"),
            occurs: One
        );

        var lists = at.Below("ProtocolList", FirstWithLists);
        ProtocolList = lists.Node("", occurs: ZeroOrOne);
        Protocols = lists.Node("NativeProtocolList", occurs: ZeroOrOne);
        ProtocolRow = lists.Node($"NativeProtocolList/{RowPlaceholder}", CspAccess.GetAddDelete, ZeroOrMore);
        ProtocolRowType = lists.Text(
            $"NativeProtocolList/{RowPlaceholder}/Type",
            CspRange.Of("Pptp", "L2tp", "Ikev2", "Sstp"),
            occurs: One
        );
        RetryTimeInHours = lists.Int("RetryTimeInHours", CspRange.Between(0, 500_000), "168");

        Authentication = at.Node("Authentication");
        UserMethod = at.Text("Authentication/UserMethod", CspRange.Of("EAP", "MSChapv2"), occurs: One);
        MachineMethod = at.Text("Authentication/MachineMethod", CspRange.Of("Certificate"), occurs: One);
        Eap = at.Node("Authentication/Eap");
        EapConfiguration = at.Text("Authentication/Eap/Configuration", occurs: One);
        EapType = at.Int("Authentication/Eap/Type", CspRange.Of("13", "26", "27"), occurs: One);
        Certificate =
        [
            at.Node("Authentication/Certificate", avoid: true),
            at.Text("Authentication/Certificate/Issuer", occurs: One, avoid: true),
            at.Text("Authentication/Certificate/Eku", occurs: One, avoid: true),
        ];

        Cryptography = at.Node("CryptographySuite");
        var suite = at.Below("CryptographySuite");
        AuthenticationTransform = suite.Text(
            "AuthenticationTransformConstants",
            CspRange.Of("MD596", "SHA196", "SHA256128", "GCMAES128", "GCMAES192", "GCMAES256"),
            occurs: One
        );
        CipherTransform = suite.Text(
            "CipherTransformConstants",
            CspRange.Of("DES", "DES3", "AES128", "AES192", "AES256", "GCMAES128", "GCMAES192", "GCMAES256"),
            occurs: One
        );
        EncryptionMethod = suite.Text(
            "EncryptionMethod",
            CspRange.Of("DES", "DES3", "AES128", "AES192", "AES256", "AES_GCM_128", "AES_GCM_256"),
            occurs: One
        );
        IntegrityCheck = suite.Text("IntegrityCheckMethod", CspRange.Of("MD5", "SHA196", "SHA256", "SHA384"), occurs: One);
        DHGroup = suite.Text("DHGroup", CspRange.Of("None", "Group1", "Group2", "Group14", "ECP256", "ECP384", "Group24"), occurs: One);
        PfsGroup = suite.Text(
            "PfsGroup",
            CspRange.Of("None", "PFS1", "PFS2", "PFS2048", "ECP256", "ECP384", "PFSMM", "PFS24"),
            occurs: One
        );

        L2tpPsk = at.Text("L2tpPsk", secret: true);
        DisableClassBasedDefaultRoute = at.Bool("DisableClassBasedDefaultRoute");
        PlumbIkev2TsAsRoutes = at.Bool("PlumbIKEv2TSAsRoutes", build: 19041);
    }

    public CspBareNode Native { get; }

    /// <summary>The name or address of the server.</summary>
    public CspNode<string> Servers { get; }

    /// <summary>Split tunnel or force tunnel: whether only routed traffic uses the connection, or all traffic.</summary>
    public CspNode<string> RoutingPolicyType { get; }

    /// <summary>The protocol; <c>ProtocolList</c> = those of <see cref="Protocols"/> in order.</summary>
    public CspNode<string> ProtocolType { get; }

    public CspBareNode ProtocolList { get; }

    /// <summary>The protocols in the order in which they are tried. From build 20207.</summary>
    public CspBareNode Protocols { get; }

    public CspBareNode ProtocolRow { get; }

    /// <summary>One protocol; its case differs from that of <see cref="ProtocolType"/>.</summary>
    public CspNode<string> ProtocolRowType { get; }

    /// <summary>The hours during which the last successful protocol is tried first.</summary>
    public CspNode<int> RetryTimeInHours { get; }

    public CspBareNode Authentication { get; }

    /// <summary>The authentication of the user; MSChapv2 is not possible with IKEv2.</summary>
    public CspNode<string> UserMethod { get; }

    /// <summary>The authentication of the device; only with IKEv2.</summary>
    public CspNode<string> MachineMethod { get; }

    public CspBareNode Eap { get; }

    /// <summary>The EAP configuration as Windows XML; only with <see cref="UserMethod"/> EAP.</summary>
    public CspNode<string> EapConfiguration { get; }

    /// <summary>13 = EAP-TLS, 26 = EAP-MSCHAPv2, 27 = PEAP.</summary>
    public CspNode<int> EapType { get; }

    /// <summary>Reserved by Windows; listed, but not used.</summary>
    public ImmutableArray<CspNode> Certificate { get; }

    /// <summary>The cryptography of IKEv2. Its six values are written together or not at all.</summary>
    public CspBareNode Cryptography { get; }

    public CspNode<string> AuthenticationTransform { get; }

    public CspNode<string> CipherTransform { get; }

    public CspNode<string> EncryptionMethod { get; }

    public CspNode<string> IntegrityCheck { get; }

    public CspNode<string> DHGroup { get; }

    public CspNode<string> PfsGroup { get; }

    /// <summary>The preshared key of an L2TP connection. Secret.</summary>
    public CspNode<string> L2tpPsk { get; }

    /// <summary>Whether no class-based default route is added for the address of the connection.</summary>
    public CspNode<bool> DisableClassBasedDefaultRoute { get; }

    /// <summary>Whether the traffic selectors of IKEv2 become routes. From build 19041.</summary>
    public CspNode<bool> PlumbIkev2TsAsRoutes { get; }
}
