using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// DMAcc CSP: the OMA DM accounts of a PC (docs/reference/csp-catalog.json). MAM's own account comes with its enrollment; nothing here has
/// to be written.
/// </summary>
/// <remarks>Windows names the accounts and what they hold: read the names before anything else.</remarks>
public static class DMAccCsp
{
    /// <summary>Stands in the LocURIs for the account's name, which the PC gives.</summary>
    public const string AccountPlaceholder = "{AccountUID}";

    /// <summary>Stands in the LocURIs for an address, a port or a credential, whose names the PC gives.</summary>
    public const string ObjectPlaceholder = "{ObjectName}";

    private static readonly CspBranch Root = CspBranch.At("./SyncML/DMAcc");

    private static readonly CspBranch Of = Root.Below(AccountPlaceholder);

    private static readonly CspBranch Microsoft = Of.Below("Ext/Microsoft");

    private const string EachAddress = "AppAddr/" + ObjectPlaceholder;

    private const string EachCredential = "AppAuth/" + ObjectPlaceholder;

    /// <summary>Its Get lists the accounts.</summary>
    public static readonly CspBareNode Accounts = Root.Node("");

    public static readonly CspBareNode Account = Of.Node("", CspAccess.ReadWrite, ZeroOrMore);

    /// <summary>Always <c>w7</c>.</summary>
    public static readonly CspNode<string> AppId = Of.Text("AppID", CspRange.Of("w7"), "w7", CspAccess.GetAddReplace, One);

    /// <summary>The server's name, which is PROVIDER-ID of the enrollment.</summary>
    public static readonly CspNode<string> ServerId = Of.Text("ServerID", access: CspAccess.GetAddReplace, occurs: One);

    /// <summary>What people see.</summary>
    public static readonly CspNode<string> Name = Of.Text("Name", access: CspAccess.GetAddReplace);

    /// <summary>The connection it prefers.</summary>
    public static readonly CspNode<string> PrefConRef = Of.Text("PrefConRef", access: CspAccess.GetAddReplace);

    public static readonly CspBareNode Addresses = Of.Node("AppAddr", CspAccess.GetAdd);

    public static readonly CspBareNode Address = Of.Node(EachAddress, CspAccess.GetAdd);

    /// <summary>Where the server is called.</summary>
    public static readonly CspNode<string> Addr = Of.Text($"{EachAddress}/Addr", access: CspAccess.GetAddReplace, occurs: One);

    /// <summary>What <see cref="Addr"/> is.</summary>
    public static readonly CspNode<string> AddrType = Of.Text(
        $"{EachAddress}/AddrType",
        CspRange.Of("URI", "IPv4"),
        "URI",
        CspAccess.GetAddReplace,
        One
    );

    public static readonly CspBareNode Ports = Of.Node($"{EachAddress}/Port", CspAccess.GetAdd, ZeroOrOne);

    public static readonly CspBareNode Port = Of.Node($"{EachAddress}/Port/{ObjectPlaceholder}", CspAccess.GetAddReplace);

    /// <summary>The port, as text.</summary>
    public static readonly CspNode<string> PortNumber = Of.Text(
        $"{EachAddress}/Port/{ObjectPlaceholder}/PortNbr",
        CspRange.Between(0, 65535),
        access: CspAccess.GetAddReplace,
        occurs: One
    );

    /// <summary>How the server proves itself; MAM uses neither, its token stands in a header (docs/reference/protocol.md §2.4).</summary>
    public static readonly CspNode<string> AuthPreference = Of.Text(
        "AAuthPref",
        CspRange.Of("BASIC", "DIGEST"),
        access: CspAccess.GetAddReplace
    );

    public static readonly CspBareNode Credentials = Of.Node("AppAuth", CspAccess.GetAdd, ZeroOrOne);

    public static readonly CspBareNode Credential = Of.Node(EachCredential, CspAccess.GetAdd, OneOrMore);

    /// <summary>Whose credential it is: the client's or the server's.</summary>
    public static readonly CspNode<string> AuthLevel = Of.Text(
        $"{EachCredential}/AAuthLevel",
        CspRange.Of("CLCRED", "SRVCRED"),
        access: CspAccess.GetAddReplace,
        occurs: One
    );

    public static readonly CspNode<string> AuthType = Of.Text(
        $"{EachCredential}/AAuthType",
        CspRange.Of("BASIC", "DIGEST"),
        access: CspAccess.GetAddReplace,
        occurs: One
    );

    public static readonly CspNode<string> AuthName = Of.Text($"{EachCredential}/AAuthName", access: CspAccess.GetAddReplace);

    /// <summary>The password. Secret, and never read back.</summary>
    public static readonly CspNode<string> AuthSecret = Of.Text(
        $"{EachCredential}/AAuthSecret",
        access: CspAccess.AddReplace,
        secret: true
    );

    /// <summary>The next nonce. Secret, and never read back.</summary>
    public static readonly CspNode<string> AuthData = Of.Text(
        $"{EachCredential}/AAuthData",
        format: CspFormat.Bin,
        access: CspAccess.AddReplace,
        secret: true
    );

    public static readonly CspBareNode Extensions = Of.Node("Ext");

    public static readonly CspBareNode MicrosoftExtensions = Of.Node("Ext/Microsoft");

    /// <summary>What the account may touch, a sum of bits: 4 = operator, 8 = manager, 16 = user authenticated, 128 = enterprise.</summary>
    public static readonly CspNode<int> Role = Microsoft.Int(
        "Role",
        new CspRange.Flags([4, 8, 16, 128]),
        access: CspAccess.GetReplace,
        occurs: One
    );

    /// <summary>The DM version the PC speaks.</summary>
    public static readonly CspNode<string> ProtocolVersion = Microsoft.Text(
        "ProtoVer",
        CspRange.Of("1.1", "1.2"),
        access: CspAccess.GetAddReplace
    );

    /// <summary>The media type of messages.</summary>
    public static readonly CspNode<string> DefaultEncoding = Microsoft.Text(
        "DefaultEncoding",
        CspRange.Of("application/vnd.syncml.dm+xml", "application/vnd.syncml.dm+wbxml"),
        access: CspAccess.GetAddReplace
    );

    /// <summary>Whether the PC's id is made from its hardware.</summary>
    public static readonly CspNode<int> UseHardwareId = Flag("UseHwDevID", "0");

    /// <summary>Tries after a failed connection.</summary>
    public static readonly CspNode<int> ConnectionRetries = Microsoft.Int("ConnRetryFreq", otherwise: "3", access: CspAccess.GetAddReplace);

    /// <summary>Milliseconds before the first of them.</summary>
    public static readonly CspNode<int> InitialBackOff = Microsoft.Int(
        "InitialBackOffTime",
        otherwise: "16000",
        access: CspAccess.GetAddReplace
    );

    /// <summary>Milliseconds that the wait grows to.</summary>
    public static readonly CspNode<int> MaximumBackOff = Microsoft.Int(
        "MaxBackOffTime",
        otherwise: "86400000",
        access: CspAccess.GetAddReplace
    );

    public static readonly CspNode<int> NoBackwardRetry = Flag("BackCompatRetryDisabled", "0");

    public static readonly CspNode<int> UseNonceResync = Flag("UseNonceResync", "0");

    /// <summary>Whether the server's certificate is checked for revocation.</summary>
    public static readonly CspNode<int> CheckRevocation = Flag("CRLCheck", null);

    /// <summary>Whether the PC stays silent while roaming.</summary>
    public static readonly CspNode<int> DisableOnRoaming = Flag("DisableOnRoaming", null);

    /// <summary>How the PC finds a client certificate; MAM has none (docs/reference/protocol.md §2.4).</summary>
    public static readonly CspNode<string> ClientCertificateSearch = Microsoft.Text(
        "SSLCLIENTCERTSEARCHCRITERIA",
        access: CspAccess.GetAddReplace
    );

    /// <summary>Written to begin a session.</summary>
    public static readonly CspBareNode InitiateSession = Microsoft.Run("InitiateSession", CspAccess.AddReplace, ZeroOrOne);

    /// <summary>Every node above.</summary>
    public static readonly ImmutableArray<CspNode> All = Root.Nodes;

    /// <summary>A <c>bool</c> whose values are 0 and 1.</summary>
    private static CspNode<int> Flag(string name, string? otherwise) =>
        Microsoft.Int(name, CspRange.ZeroOrOne, otherwise, CspAccess.GetAddReplace, format: CspFormat.Bool);
}
