using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// DMAcc CSP: the OMA DM accounts of a PC (docs/reference/csp-catalog.json). Enrollment creates the MAM account; the server does not need
/// to write any of these nodes.
/// </summary>
/// <remarks>Windows chooses the names of the accounts and of their objects, so read the names first.</remarks>
public static class DMAccCsp
{
    /// <summary>The placeholder in LocURIs for the account name, which the PC chooses.</summary>
    public const string AccountPlaceholder = "{AccountUID}";

    /// <summary>The placeholder in LocURIs for the name of an address, a port or a credential, which the PC chooses.</summary>
    public const string ObjectPlaceholder = "{ObjectName}";

    private static readonly CspBranch Root = CspBranch.At("./SyncML/DMAcc");

    private static readonly CspBranch Of = Root.Below(AccountPlaceholder);

    private static readonly CspBranch Microsoft = Of.Below("Ext/Microsoft");

    private const string EachAddress = "AppAddr/" + ObjectPlaceholder;

    private const string EachCredential = "AppAuth/" + ObjectPlaceholder;

    /// <summary>The parent of the accounts; a Get lists them.</summary>
    public static readonly CspBareNode Accounts = Root.Node("");

    public static readonly CspBareNode Account = Of.Node("", CspAccess.ReadWrite, ZeroOrMore);

    /// <summary>Always <c>w7</c>.</summary>
    public static readonly CspNode<string> AppId = Of.Text("AppID", CspRange.Of("w7"), "w7", CspAccess.GetAddReplace, One);

    /// <summary>The server's id, which is PROVIDER-ID of the enrollment.</summary>
    public static readonly CspNode<string> ServerId = Of.Text("ServerID", access: CspAccess.GetAddReplace, occurs: One);

    /// <summary>The display name.</summary>
    public static readonly CspNode<string> Name = Of.Text("Name", access: CspAccess.GetAddReplace);

    /// <summary>The preferred connection.</summary>
    public static readonly CspNode<string> PrefConRef = Of.Text("PrefConRef", access: CspAccess.GetAddReplace);

    public static readonly CspBareNode Addresses = Of.Node("AppAddr", CspAccess.GetAdd);

    public static readonly CspBareNode Address = Of.Node(EachAddress, CspAccess.GetAdd);

    /// <summary>The address of the server.</summary>
    public static readonly CspNode<string> Addr = Of.Text($"{EachAddress}/Addr", access: CspAccess.GetAddReplace, occurs: One);

    /// <summary>The type of <see cref="Addr"/>.</summary>
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

    /// <summary>
    /// The authentication of the server. MAM does not use it; its token is in a header (docs/reference/protocol.md §2.4).
    /// </summary>
    public static readonly CspNode<string> AuthPreference = Of.Text(
        "AAuthPref",
        CspRange.Of("BASIC", "DIGEST"),
        access: CspAccess.GetAddReplace
    );

    public static readonly CspBareNode Credentials = Of.Node("AppAuth", CspAccess.GetAdd, ZeroOrOne);

    public static readonly CspBareNode Credential = Of.Node(EachCredential, CspAccess.GetAdd, OneOrMore);

    /// <summary>Whether the credential belongs to the client or to the server.</summary>
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

    /// <summary>The password. Secret, never read back.</summary>
    public static readonly CspNode<string> AuthSecret = Of.Text(
        $"{EachCredential}/AAuthSecret",
        access: CspAccess.AddReplace,
        secret: true
    );

    /// <summary>The next nonce. Secret, never read back.</summary>
    public static readonly CspNode<string> AuthData = Of.Text(
        $"{EachCredential}/AAuthData",
        format: CspFormat.Bin,
        access: CspAccess.AddReplace,
        secret: true
    );

    public static readonly CspBareNode Extensions = Of.Node("Ext");

    public static readonly CspBareNode MicrosoftExtensions = Of.Node("Ext/Microsoft");

    /// <summary>The rights of the account, a bit mask: 4 = operator, 8 = manager, 16 = user authenticated, 128 = enterprise.</summary>
    public static readonly CspNode<int> Role = Microsoft.Int(
        "Role",
        new CspRange.Flags([4, 8, 16, 128]),
        access: CspAccess.GetReplace,
        occurs: One
    );

    /// <summary>The DM version of the PC.</summary>
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

    /// <summary>Whether the id of the PC is derived from its hardware.</summary>
    public static readonly CspNode<int> UseHardwareId = Flag("UseHwDevID", "0");

    /// <summary>The number of retries after a failed connection.</summary>
    public static readonly CspNode<int> ConnectionRetries = Microsoft.Int("ConnRetryFreq", otherwise: "3", access: CspAccess.GetAddReplace);

    /// <summary>The pause before the first retry, in milliseconds.</summary>
    public static readonly CspNode<int> InitialBackOff = Microsoft.Int(
        "InitialBackOffTime",
        otherwise: "16000",
        access: CspAccess.GetAddReplace
    );

    /// <summary>The maximum pause between retries, in milliseconds.</summary>
    public static readonly CspNode<int> MaximumBackOff = Microsoft.Int(
        "MaxBackOffTime",
        otherwise: "86400000",
        access: CspAccess.GetAddReplace
    );

    public static readonly CspNode<int> NoBackwardRetry = Flag("BackCompatRetryDisabled", "0");

    public static readonly CspNode<int> UseNonceResync = Flag("UseNonceResync", "0");

    /// <summary>Whether the server's certificate is checked for revocation.</summary>
    public static readonly CspNode<int> CheckRevocation = Flag("CRLCheck", null);

    /// <summary>Whether the PC does not connect while roaming.</summary>
    public static readonly CspNode<int> DisableOnRoaming = Flag("DisableOnRoaming", null);

    /// <summary>How the PC selects a client certificate. MAM has none (docs/reference/protocol.md §2.4).</summary>
    public static readonly CspNode<string> ClientCertificateSearch = Microsoft.Text(
        "SSLCLIENTCERTSEARCHCRITERIA",
        access: CspAccess.GetAddReplace
    );

    /// <summary>Executed to begin a session.</summary>
    public static readonly CspBareNode InitiateSession = Microsoft.Run("InitiateSession", CspAccess.AddReplace, ZeroOrOne);

    /// <summary>All nodes of this provider.</summary>
    public static readonly ImmutableArray<CspNode> All = Root.Nodes;

    /// <summary>Describes a Boolean node with the values 0 and 1.</summary>
    private static CspNode<int> Flag(string name, string? otherwise) =>
        Microsoft.Int(name, CspRange.ZeroOrOne, otherwise, CspAccess.GetAddReplace, format: CspFormat.Bool);
}
