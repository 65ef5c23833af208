using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// DMClient CSP: the account itself, when it checks in, and the way out (docs/reference/csp-catalog.json; docs/reference/protocol.md §5.1,
/// §5.2, §6).
/// </summary>
/// <remarks>What belongs to MDM alone (the first sign-in's status page, recovery, configuration lock …) stands in
/// <see cref="DMClientMdmNodes"/>.</remarks>
public static class DMClientCsp
{
    /// <summary>
    /// Stands in the LocURIs for PROVIDER-ID of the provisioning document, percent-encoded (docs/reference/protocol.md §1.5).
    /// </summary>
    public const string ProviderIdPlaceholder = "{ProviderID}";

    private const CspAccess GetAddReplace = CspAccess.GetAddReplace;

    private static readonly CspBranch Root = CspBranch.At(CspScope.Device, "DMClient");

    private static readonly CspBranch UserRoot = CspBranch.At(CspScope.User, "DMClient");

    private static readonly CspBranch At = Root.Below($"Provider/{ProviderIdPlaceholder}");

    private static CspNode<string> Text(string name, CspAccess access = CspAccess.ReadWrite) =>
        At.Text(name, access: access, occurs: CspOccurrence.ZeroOrOne);

    public static readonly CspBareNode Client = Root.Node("");

    public static readonly CspBareNode Providers = Root.Node("Provider");

    /// <summary>Holds everything of this account.</summary>
    public static readonly CspBareNode Provider = At.Node("", CspAccess.GetAddDelete, CspOccurrence.ZeroOrOne);

    /// <summary>The user principal name that Settings shows.</summary>
    public static readonly CspNode<string> Upn = Text("UPN", GetAddReplace);

    /// <summary>The server's own id of the device; comes back as the HTTP header <c>client-request-id</c>.</summary>
    public static readonly CspNode<string> EntDMID = Text("EntDMID");

    /// <summary>The device's name in the console.</summary>
    public static readonly CspNode<string> EntDeviceName = Text("EntDeviceName");

    /// <summary>The device's id in Exchange ActiveSync.</summary>
    public static readonly CspNode<string> ExchangeId = Text("ExchangeID");

    /// <summary>The audience of the session's user token (docs/reference/protocol.md §2.4).</summary>
    public static readonly CspNode<string> AadResourceId = Text("AADResourceID", GetAddReplace);

    /// <summary>The device's GUID in Entra; read only.</summary>
    public static readonly CspNode<string> AadDeviceId = Text("AADDeviceID", CspAccess.Get);

    /// <summary><c>AppManagement</c> for MAM (docs/reference/protocol.md §1.7), which the documented values leave out; read only.</summary>
    public static readonly CspNode<string> EnrollmentType = At.Text(
        "EnrollmentType",
        CspRange.Of("Device", "Full"),
        access: CspAccess.Get,
        occurs: CspOccurrence.ZeroOrOne
    );

    /// <summary>A hash of the hardware; read only.</summary>
    public static readonly CspNode<string> HwDevId = Text("HWDevID", CspAccess.Get);

    /// <summary>The same above the accounts. From build 16299.</summary>
    public static readonly CspNode<string> RootHwDevId = Root.Text(
        "HWDevID",
        access: CspAccess.Get,
        occurs: CspOccurrence.ZeroOrOne,
        build: 16299
    );

    /// <summary>
    /// 3.0 and later makes the device say <c>originalerror</c>, 4.0 and later <c>UserAgentOrigin</c>; default 1.0; from the next session
    /// on.
    /// </summary>
    public static readonly CspNode<string> SyncApplicationVersion = At.Text(
        "SyncApplicationVersion",
        CspRange.Form(@"^(\d\.)?(\d)$"),
        "1.0"
    );

    /// <summary>The highest that this Windows speaks; read only.</summary>
    public static readonly CspNode<string> MaxSyncApplicationVersion = Text("MaxSyncApplicationVersion", CspAccess.Get);

    /// <summary>A slow device sends heartbeats instead of falling silent (docs/reference/protocol.md §3.10); off by default.</summary>
    public static readonly CspNode<bool> EnableOmaDmKeepAliveMessage = At.Bool(
        "EnableOmaDmKeepAliveMessage",
        "false",
        CspAccess.GetReplace
    );

    /// <summary>
    /// The MDM discovery URL of the change from MAM to MDM; its presence shows the link in Settings (docs/reference/handoff.md).
    /// </summary>
    public static readonly CspNode<string> ManagementServerToUpgradeTo = Text("ManagementServerToUpgradeTo");

    /// <summary>Days, above 0: so long without a good session, and the device unenrolls itself. From build 16299.</summary>
    public static readonly CspNode<int> NumberOfDaysAfterLostContactToUnenroll = At.Int(
        "NumberOfDaysAfterLostContactToUnenroll",
        build: 16299
    );

    /// <summary>Where the device calls from the next session on.</summary>
    public static readonly CspNode<string> ManagementServiceAddress = Text("ManagementServiceAddress", CspAccess.GetReplace);

    /// <summary>The same as a list, each address in angle brackets; wins over <see cref="ManagementServiceAddress"/>.</summary>
    public static readonly CspNode<string> ManagementServerAddressList = Text("ManagementServerAddressList", CspAccess.GetReplace);

    /// <summary>The older form of both, above the accounts: <c>;</c> parts the addresses.</summary>
    public static readonly CspNode<string> UpdateManagementServiceAddress = Root.Text(
        "UpdateManagementServiceAddress",
        CspRange.ListBy(";"),
        access: CspAccess.GetReplace
    );

    /// <summary>What Settings offers to somebody who needs help.</summary>
    public static readonly CspNode<string> HelpPhoneNumber = Text("HelpPhoneNumber");

    /// <inheritdoc cref="HelpPhoneNumber"/>
    public static readonly CspNode<string> HelpWebsite = Text("HelpWebsite");

    /// <inheritdoc cref="HelpPhoneNumber"/>
    public static readonly CspNode<string> HelpEmailAddress = Text("HelpEmailAddress");

    /// <summary>The publisher's id of the device.</summary>
    public static readonly CspNode<string> PublisherDeviceId = Text("PublisherDeviceID");

    /// <summary>The organization's id in Microsoft's telemetry.</summary>
    public static readonly CspNode<string> CommercialId = Text("CommercialID");

    /// <summary>Whether the device's own token comes along when the user's cannot. From build 17134.</summary>
    public static readonly CspNode<bool> AadSendDeviceToken = At.Bool("AADSendDeviceToken", build: 17134);

    /// <summary>
    /// When a session must wait for tokens: 0, 1, 2, 4 or 8, though its format is <c>bool</c>. With servicing from Windows 10 20H2 on, and
    /// from build 22621.
    /// </summary>
    public static readonly CspNode<int> ForceAadToken = At.Int(
        "ForceAadToken",
        CspRange.Of("0", "1", "2", "4", "8"),
        format: CspFormat.Bool,
        builds: [new(19042, 1766), new(19043, 1766), new(19044, 1766), new(22000, 739), new(22621)]
    );

    /// <summary>Run to unenroll; no Status follows (docs/reference/protocol.md §6.1).</summary>
    public static readonly CspBareNode Unenroll = At.Run("Unenroll", CspAccess.GetExec);

    /// <summary>The older form of <see cref="Unenroll"/>; the provider's name stands in Data.</summary>
    public static readonly CspBareNode RootUnenroll = Root.Run("Unenroll", CspAccess.GetExec);

    /// <summary>Holds the schedule.</summary>
    public static readonly CspBareNode Poll = At.Node("Poll", CspAccess.GetAddDelete, CspOccurrence.ZeroOrOne);

    /// <summary>Minutes between the tries of the first set; default 15; 0 = no such set.</summary>
    public static readonly CspNode<int> IntervalForFirstSetOfRetries = Schedule("IntervalForFirstSetOfRetries", "15");

    /// <summary>Tries in the first set; default 10; 0 = for ever, and the other sets never come.</summary>
    public static readonly CspNode<int> NumberOfFirstRetries = Schedule("NumberOfFirstRetries", "10");

    /// <summary>Minutes between the tries of the second set; default 0 = no such set.</summary>
    public static readonly CspNode<int> IntervalForSecondSetOfRetries = Schedule("IntervalForSecondSetOfRetries", "0");

    /// <summary>Tries in the second set; 0 beside an interval = for ever.</summary>
    public static readonly CspNode<int> NumberOfSecondRetries = Schedule("NumberOfSecondRetries", "0");

    /// <summary>Minutes between the tries afterwards; default 0 = none.</summary>
    public static readonly CspNode<int> IntervalForRemainingScheduledRetries = Schedule("IntervalForRemainingScheduledRetries", "0");

    /// <summary>Tries afterwards; 0 beside an interval = for ever.</summary>
    public static readonly CspNode<int> NumberOfRemainingScheduledRetries = Schedule("NumberOfRemainingScheduledRetries", "0");

    /// <summary>A session at each sign-in (not at unlock); off by default.</summary>
    public static readonly CspNode<bool> PollOnLogin = At.Bool("Poll/PollOnLogin", "false");

    /// <summary>A session at the first sign-in of each user; off by default.</summary>
    public static readonly CspNode<bool> AllUsersPollOnFirstLogin = At.Bool("Poll/AllUsersPollOnFirstLogin", "false");

    public static readonly CspBareNode Push = At.Node("Push", CspAccess.GetAddDelete, CspOccurrence.ZeroOrOne);

    /// <summary>The app whose notifications make the device check in.</summary>
    public static readonly CspNode<string> PushPackageFamilyName = At.Text("Push/PFN", occurs: One);

    /// <summary>Where such a notification is sent; read only.</summary>
    public static readonly CspNode<string> PushChannelUri = At.Text("Push/ChannelURI", access: CspAccess.Get, reserved: true);

    /// <summary>0 = the channel stands; read only.</summary>
    public static readonly CspNode<int> PushStatus = At.Int("Push/Status", CspRange.Upto(8), access: CspAccess.Get);

    /// <summary>What belongs to MDM.</summary>
    public static readonly DMClientMdmNodes Mdm = new(At);

    /// <summary>What the PC waits for at its first sign-in; of MDM.</summary>
    public static readonly FirstSyncNodes FirstSync = new(At, CspScope.Device);

    /// <summary>The parents of <see cref="UserFirstSync"/>.</summary>
    public static readonly ImmutableArray<CspNode> UserParents =
    [
        UserRoot.Node(""),
        UserRoot.Node("Provider"),
        UserRoot.Node($"Provider/{ProviderIdPlaceholder}", CspAccess.GetAddDelete, CspOccurrence.ZeroOrOne),
    ];

    /// <summary>What the user waits for at the first sign-in; of MDM.</summary>
    public static readonly FirstSyncNodes UserFirstSync = new(UserRoot.Below($"Provider/{ProviderIdPlaceholder}"), CspScope.User);

    /// <summary>Every node above.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. Root.Nodes, .. UserRoot.Nodes];

    private static CspNode<int> Schedule(string name, string otherwise) => At.Int($"Poll/{name}", CspRange.From(0), otherwise);
}
