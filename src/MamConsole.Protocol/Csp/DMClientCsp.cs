using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// DMClient CSP: the account, the check-in schedule and unenrollment (docs/reference/csp-catalog.json; docs/reference/protocol.md §5.1,
/// §5.2, §6).
/// </summary>
/// <remarks>
/// Nodes for MDM only (the enrollment status page, recovery, configuration lock …) are in <see cref="DMClientMdmNodes"/>.
/// </remarks>
public static class DMClientCsp
{
    /// <summary>
    /// The placeholder in LocURIs for PROVIDER-ID of the provisioning document, percent-encoded (docs/reference/protocol.md §1.5).
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

    /// <summary>The parent of all nodes of this account.</summary>
    public static readonly CspBareNode Provider = At.Node("", CspAccess.GetAddDelete, CspOccurrence.ZeroOrOne);

    /// <summary>The user principal name that Settings shows.</summary>
    public static readonly CspNode<string> Upn = Text("UPN", GetAddReplace);

    /// <summary>The server's id of the device. The device sends it back in the HTTP header <c>client-request-id</c>.</summary>
    public static readonly CspNode<string> EntDMID = Text("EntDMID");

    /// <summary>The name of the device in the console.</summary>
    public static readonly CspNode<string> EntDeviceName = Text("EntDeviceName");

    /// <summary>The id of the device in Exchange ActiveSync.</summary>
    public static readonly CspNode<string> ExchangeId = Text("ExchangeID");

    /// <summary>The audience of the session's user token (docs/reference/protocol.md §2.4).</summary>
    public static readonly CspNode<string> AadResourceId = Text("AADResourceID", GetAddReplace);

    /// <summary>The GUID of the device in Entra; read-only.</summary>
    public static readonly CspNode<string> AadDeviceId = Text("AADDeviceID", CspAccess.Get);

    /// <summary><c>AppManagement</c> for MAM (docs/reference/protocol.md §1.7), which the documented values omit; read-only.</summary>
    public static readonly CspNode<string> EnrollmentType = At.Text(
        "EnrollmentType",
        CspRange.Of("Device", "Full"),
        access: CspAccess.Get,
        occurs: CspOccurrence.ZeroOrOne
    );

    /// <summary>A hash of the hardware; read-only.</summary>
    public static readonly CspNode<string> HwDevId = Text("HWDevID", CspAccess.Get);

    /// <summary>The same hash at the root of the provider. From build 16299.</summary>
    public static readonly CspNode<string> RootHwDevId = Root.Text(
        "HWDevID",
        access: CspAccess.Get,
        occurs: CspOccurrence.ZeroOrOne,
        build: 16299
    );

    /// <summary>
    /// The version of the protocol, effective from the next session; default 1.0. With 3.0 and later, the device sends
    /// <c>originalerror</c>, with 4.0 and later <c>UserAgentOrigin</c>.
    /// </summary>
    public static readonly CspNode<string> SyncApplicationVersion = At.Text(
        "SyncApplicationVersion",
        CspRange.Form(@"^(\d\.)?(\d)$"),
        "1.0"
    );

    /// <summary>The highest version that this Windows supports; read-only.</summary>
    public static readonly CspNode<string> MaxSyncApplicationVersion = Text("MaxSyncApplicationVersion", CspAccess.Get);

    /// <summary>Whether a slow device sends heartbeats (docs/reference/protocol.md §3.10); default off.</summary>
    public static readonly CspNode<bool> EnableOmaDmKeepAliveMessage = At.Bool(
        "EnableOmaDmKeepAliveMessage",
        "false",
        CspAccess.GetReplace
    );

    /// <summary>The MDM discovery URL of the MDM handoff. While it exists, Settings shows the link (docs/reference/handoff.md).</summary>
    public static readonly CspNode<string> ManagementServerToUpgradeTo = Text("ManagementServerToUpgradeTo");

    /// <summary>The number of days, above 0, without a completed session after which the device unenrolls. From build 16299.</summary>
    public static readonly CspNode<int> NumberOfDaysAfterLostContactToUnenroll = At.Int(
        "NumberOfDaysAfterLostContactToUnenroll",
        build: 16299
    );

    /// <summary>The address of the server from the next session on.</summary>
    public static readonly CspNode<string> ManagementServiceAddress = Text("ManagementServiceAddress", CspAccess.GetReplace);

    /// <summary>A list of addresses, each in angle brackets. It overrides <see cref="ManagementServiceAddress"/>.</summary>
    public static readonly CspNode<string> ManagementServerAddressList = Text("ManagementServerAddressList", CspAccess.GetReplace);

    /// <summary>The older form of both at the root of the provider: a list separated by <c>;</c>.</summary>
    public static readonly CspNode<string> UpdateManagementServiceAddress = Root.Text(
        "UpdateManagementServiceAddress",
        CspRange.ListBy(";"),
        access: CspAccess.GetReplace
    );

    /// <summary>The support contact that Settings shows.</summary>
    public static readonly CspNode<string> HelpPhoneNumber = Text("HelpPhoneNumber");

    /// <inheritdoc cref="HelpPhoneNumber"/>
    public static readonly CspNode<string> HelpWebsite = Text("HelpWebsite");

    /// <inheritdoc cref="HelpPhoneNumber"/>
    public static readonly CspNode<string> HelpEmailAddress = Text("HelpEmailAddress");

    /// <summary>The id of the device that the publisher chooses.</summary>
    public static readonly CspNode<string> PublisherDeviceId = Text("PublisherDeviceID");

    /// <summary>The id of the organization in Microsoft's telemetry.</summary>
    public static readonly CspNode<string> CommercialId = Text("CommercialID");

    /// <summary>Whether the device sends its own token when the user's is not available. From build 17134.</summary>
    public static readonly CspNode<bool> AadSendDeviceToken = At.Bool("AADSendDeviceToken", build: 17134);

    /// <summary>
    /// When a session requires tokens: 0, 1, 2, 4 or 8, although the format is <c>bool</c>. With servicing from Windows 10 20H2 on, and
    /// from build 22621.
    /// </summary>
    public static readonly CspNode<int> ForceAadToken = At.Int(
        "ForceAadToken",
        CspRange.Of("0", "1", "2", "4", "8"),
        format: CspFormat.Bool,
        builds: [new(19042, 1766), new(19043, 1766), new(19044, 1766), new(22000, 739), new(22621)]
    );

    /// <summary>Executed to unenroll. No Status follows (docs/reference/protocol.md §6.1).</summary>
    public static readonly CspBareNode Unenroll = At.Run("Unenroll", CspAccess.GetExec);

    /// <summary>The older form of <see cref="Unenroll"/>; Data contains the name of the provider.</summary>
    public static readonly CspBareNode RootUnenroll = Root.Run("Unenroll", CspAccess.GetExec);

    /// <summary>The parent of the schedule.</summary>
    public static readonly CspBareNode Poll = At.Node("Poll", CspAccess.GetAddDelete, CspOccurrence.ZeroOrOne);

    /// <summary>The minutes between retries of the first set; default 15; 0 = no such set.</summary>
    public static readonly CspNode<int> IntervalForFirstSetOfRetries = Schedule("IntervalForFirstSetOfRetries", "15");

    /// <summary>The number of retries in the first set; default 10; 0 = unlimited, so that the other sets are never reached.</summary>
    public static readonly CspNode<int> NumberOfFirstRetries = Schedule("NumberOfFirstRetries", "10");

    /// <summary>The minutes between retries of the second set; default 0 = no such set.</summary>
    public static readonly CspNode<int> IntervalForSecondSetOfRetries = Schedule("IntervalForSecondSetOfRetries", "0");

    /// <summary>The number of retries in the second set; 0 with an interval = unlimited.</summary>
    public static readonly CspNode<int> NumberOfSecondRetries = Schedule("NumberOfSecondRetries", "0");

    /// <summary>The minutes between the remaining retries; default 0 = none.</summary>
    public static readonly CspNode<int> IntervalForRemainingScheduledRetries = Schedule("IntervalForRemainingScheduledRetries", "0");

    /// <summary>The number of the remaining retries; 0 with an interval = unlimited.</summary>
    public static readonly CspNode<int> NumberOfRemainingScheduledRetries = Schedule("NumberOfRemainingScheduledRetries", "0");

    /// <summary>Whether a session begins at each sign-in (not at unlock); default off.</summary>
    public static readonly CspNode<bool> PollOnLogin = At.Bool("Poll/PollOnLogin", "false");

    /// <summary>Whether a session begins at the first sign-in of each user; default off.</summary>
    public static readonly CspNode<bool> AllUsersPollOnFirstLogin = At.Bool("Poll/AllUsersPollOnFirstLogin", "false");

    public static readonly CspBareNode Push = At.Node("Push", CspAccess.GetAddDelete, CspOccurrence.ZeroOrOne);

    /// <summary>The app that receives the push notifications for a check-in.</summary>
    public static readonly CspNode<string> PushPackageFamilyName = At.Text("Push/PFN", occurs: One);

    /// <summary>The address for such a notification; read-only.</summary>
    public static readonly CspNode<string> PushChannelUri = At.Text("Push/ChannelURI", access: CspAccess.Get, reserved: true);

    /// <summary>0 = the channel is open; read-only.</summary>
    public static readonly CspNode<int> PushStatus = At.Int("Push/Status", CspRange.Upto(8), access: CspAccess.Get);

    /// <summary>The nodes for MDM only.</summary>
    public static readonly DMClientMdmNodes Mdm = new(At);

    /// <summary>The nodes of the device's first sign-in; MDM only.</summary>
    public static readonly FirstSyncNodes FirstSync = new(At, CspScope.Device);

    /// <summary>The parents of <see cref="UserFirstSync"/>.</summary>
    public static readonly ImmutableArray<CspNode> UserParents =
    [
        UserRoot.Node(""),
        UserRoot.Node("Provider"),
        UserRoot.Node($"Provider/{ProviderIdPlaceholder}", CspAccess.GetAddDelete, CspOccurrence.ZeroOrOne),
    ];

    /// <summary>The nodes of the user's first sign-in; MDM only.</summary>
    public static readonly FirstSyncNodes UserFirstSync = new(UserRoot.Below($"Provider/{ProviderIdPlaceholder}"), CspScope.User);

    /// <summary>All nodes of this provider.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. Root.Nodes, .. UserRoot.Nodes];

    private static CspNode<int> Schedule(string name, string otherwise) => At.Int($"Poll/{name}", CspRange.From(0), otherwise);
}
