using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// DevInfo: the device information at the start of each session (docs/reference/csp-catalog.json; docs/reference/protocol.md §3.4). All
/// nodes are read-only.
/// </summary>
public static class DevInfoCsp
{
    /// <summary>The prefix of all LocURIs of the provider.</summary>
    public const string Root = "./DevInfo/";

    private static readonly CspBranch At = CspBranch.At("./DevInfo");

    private static CspNode<string> Read(string name) => At.Text(name, access: CspAccess.Get);

    public static readonly CspBareNode DevInfo = At.Node("");

    /// <summary>The same value as SyncHdr's Source and enrollment's DeviceID (docs/reference/protocol.md §1.3).</summary>
    public static readonly CspNode<string> DevId = Read("DevId");

    /// <summary>The manufacturer.</summary>
    public static readonly CspNode<string> Man = Read("Man");

    /// <summary>The model.</summary>
    public static readonly CspNode<string> Mod = Read("Mod");

    /// <summary>The version of the client; <c>1.3</c> in all recorded messages.</summary>
    public static readonly CspNode<string> DmV = Read("DmV");

    /// <summary>The language, such as <c>en-US</c>.</summary>
    public static readonly CspNode<string> Lang = Read("Lang");

    public static readonly CspBareNode Ext = At.Node("Ext");

    /// <summary>The number of the SIM card. Not used; personal data.</summary>
    public static readonly CspNode<string> Iccid = At.Text("Ext/ICCID", access: CspAccess.Get, reserved: true);

    /// <summary>The leaves that Windows sends, in order.</summary>
    public static readonly ImmutableArray<CspNode> Sent = [DevId, Man, Mod, DmV, Lang];

    /// <summary>All nodes of this provider.</summary>
    public static readonly ImmutableArray<CspNode> All = At.Nodes;
}
