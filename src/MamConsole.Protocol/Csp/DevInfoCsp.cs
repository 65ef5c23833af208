using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>DevInfo: what a device says of itself at the start of each session (csp-catalog.json; protocol.md §3.4). All read only.</summary>
public static class DevInfoCsp
{
    /// <summary>What every LocURI of it starts with.</summary>
    public const string Root = "./DevInfo/";

    private static CspNode<string> Read(string name) => new() { Uri = Root + name, Format = CspFormat.Chr, Access = CspAccess.Get };

    /// <summary>The same value as SyncHdr's Source and enrollment's DeviceID (protocol.md §1.3).</summary>
    public static readonly CspNode<string> DevId = Read("DevId");

    /// <summary>The maker.</summary>
    public static readonly CspNode<string> Man = Read("Man");

    /// <summary>The model.</summary>
    public static readonly CspNode<string> Mod = Read("Mod");

    /// <summary>The version of the client, <c>1.3</c> on every Windows seen.</summary>
    public static readonly CspNode<string> DmV = Read("DmV");

    /// <summary>The language, such as <c>en-US</c>.</summary>
    public static readonly CspNode<string> Lang = Read("Lang");

    /// <summary>Every node above, in the order in which Windows sends them.</summary>
    public static readonly ImmutableArray<CspNode> All = [DevId, Man, Mod, DmV, Lang];
}
