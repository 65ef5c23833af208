using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>Windows' own protocols (<see cref="VPNv2Csp.Native"/>).</summary>
public sealed class VpnNativeNodes
{
    /// <summary>Stands in the LocURIs for the row of <see cref="Protocols"/>: 0, 1, 2 …</summary>
    public const string RowPlaceholder = "{NativeProtocolRowId}";

    /// <summary>From this build on a profile may name several protocols.</summary>
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

    /// <summary>The server's name or address.</summary>
    public CspNode<string> Servers { get; }

    /// <summary>Whether all traffic goes inside, or only what a route names.</summary>
    public CspNode<string> RoutingPolicyType { get; }

    /// <summary>The protocol; <c>ProtocolList</c> = those of <see cref="Protocols"/> in turn.</summary>
    public CspNode<string> ProtocolType { get; }

    public CspBareNode ProtocolList { get; }

    /// <summary>Protocols in the order in which they are tried. From build 20207.</summary>
    public CspBareNode Protocols { get; }

    public CspBareNode ProtocolRow { get; }

    /// <summary>One protocol; written in other capitals than <see cref="ProtocolType"/>.</summary>
    public CspNode<string> ProtocolRowType { get; }

    /// <summary>Hours for which the protocol that worked last is tried first.</summary>
    public CspNode<int> RetryTimeInHours { get; }

    public CspBareNode Authentication { get; }

    /// <summary>How the user proves who they are; MSChapv2 not with IKEv2.</summary>
    public CspNode<string> UserMethod { get; }

    /// <summary>How the PC proves what it is; only for IKEv2.</summary>
    public CspNode<string> MachineMethod { get; }

    public CspBareNode Eap { get; }

    /// <summary>EAP in Windows' own XML; only beside <see cref="UserMethod"/> EAP.</summary>
    public CspNode<string> EapConfiguration { get; }

    /// <summary>13 = EAP-TLS, 26 = EAP-MSCHAPv2, 27 = PEAP.</summary>
    public CspNode<int> EapType { get; }

    /// <summary>Reserved by Windows: known, and left alone.</summary>
    public ImmutableArray<CspNode> Certificate { get; }

    /// <summary>Its six values are written together or not at all; only for IKEv2.</summary>
    public CspBareNode Cryptography { get; }

    public CspNode<string> AuthenticationTransform { get; }

    public CspNode<string> CipherTransform { get; }

    public CspNode<string> EncryptionMethod { get; }

    public CspNode<string> IntegrityCheck { get; }

    public CspNode<string> DHGroup { get; }

    public CspNode<string> PfsGroup { get; }

    /// <summary>The key that everyone on an L2TP connection shares. Secret.</summary>
    public CspNode<string> L2tpPsk { get; }

    /// <summary>Whether no route is added for the class of the address that the connection gets.</summary>
    public CspNode<bool> DisableClassBasedDefaultRoute { get; }

    /// <summary>Whether IKEv2's traffic selectors become routes. From build 19041.</summary>
    public CspNode<bool> PlumbIkev2TsAsRoutes { get; }
}
