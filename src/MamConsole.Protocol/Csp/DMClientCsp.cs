using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>DMClient CSP: the account itself, when it calls in, and the way out (csp-catalog.json; protocol.md §5.1, §5.2, §6).</summary>
public static class DMClientCsp
{
    private const string Root = "./Device/Vendor/MSFT/DMClient/Provider/" + ProviderIdPlaceholder;

    /// <summary>Stands in the LocURIs for PROVIDER-ID of the provisioning document, percent-encoded (protocol.md §1.5).</summary>
    public const string ProviderIdPlaceholder = "{ProviderID}";

    private const CspAccess AddReplace = CspAccess.Get | CspAccess.Add | CspAccess.Replace;

    private static CspNode<T> Leaf<T>(string name, CspFormat format, CspAccess access = CspAccess.ReadWrite, int build = 15063) =>
        new() { Uri = $"{Root}/{name}", Format = format, Access = access, Since = [new WindowsBuild(build)] };

    /// <summary>Holds everything of this account.</summary>
    public static readonly CspBareNode Provider =
        new() { Uri = Root, Format = CspFormat.Node, Access = CspAccess.Get | CspAccess.Add | CspAccess.Delete };

    /// <summary>The user principal name that Settings shows.</summary>
    public static readonly CspNode<string> Upn = Leaf<string>("UPN", CspFormat.Chr, AddReplace);

    /// <summary>The server's own id of the device; comes back as the HTTP header <c>client-request-id</c>.</summary>
    public static readonly CspNode<string> EntDMID = Leaf<string>("EntDMID", CspFormat.Chr);

    /// <summary>The device's name in the console.</summary>
    public static readonly CspNode<string> EntDeviceName = Leaf<string>("EntDeviceName", CspFormat.Chr);

    /// <summary>The device's id in Exchange ActiveSync.</summary>
    public static readonly CspNode<string> ExchangeId = Leaf<string>("ExchangeID", CspFormat.Chr);

    /// <summary>The audience of the session's user token (protocol.md §2.4).</summary>
    public static readonly CspNode<string> AadResourceId = Leaf<string>("AADResourceID", CspFormat.Chr, AddReplace);

    /// <summary>The device's GUID in Entra; read only.</summary>
    public static readonly CspNode<string> AadDeviceId = Leaf<string>("AADDeviceID", CspFormat.Chr, CspAccess.Get);

    /// <summary><c>AppManagement</c> for MAM (protocol.md §1.7); read only.</summary>
    public static readonly CspNode<string> EnrollmentType = Leaf<string>("EnrollmentType", CspFormat.Chr, CspAccess.Get);

    /// <summary>A hash of the hardware; read only.</summary>
    public static readonly CspNode<string> HwDevId = Leaf<string>("HWDevID", CspFormat.Chr, CspAccess.Get);

    /// <summary>3.0 and later makes the device say <c>originalerror</c>, 4.0 and later <c>UserAgentOrigin</c>; default 1.0; from the next session on.</summary>
    public static readonly CspNode<string> SyncApplicationVersion = Leaf<string>("SyncApplicationVersion", CspFormat.Chr);

    /// <summary>The highest that this Windows speaks; read only.</summary>
    public static readonly CspNode<string> MaxSyncApplicationVersion = Leaf<string>("MaxSyncApplicationVersion", CspFormat.Chr, CspAccess.Get);

    /// <summary>A slow device sends heartbeats instead of falling silent (protocol.md §3.10); off by default.</summary>
    public static readonly CspNode<bool> EnableOmaDmKeepAliveMessage =
        Leaf<bool>("EnableOmaDmKeepAliveMessage", CspFormat.Bool, CspAccess.Get | CspAccess.Replace);

    /// <summary>The MDM discovery URL of the change from MAM to MDM; its presence shows the link in Settings (handoff.md).</summary>
    public static readonly CspNode<string> ManagementServerToUpgradeTo = Leaf<string>("ManagementServerToUpgradeTo", CspFormat.Chr);

    /// <summary>Days, above 0: so long without a good session, and the device unenrolls itself. From build 16299.</summary>
    public static readonly CspNode<int> NumberOfDaysAfterLostContactToUnenroll =
        Leaf<int>("NumberOfDaysAfterLostContactToUnenroll", CspFormat.Int, build: 16299);

    /// <summary>Run to unenroll; no Status follows (protocol.md §6.1).</summary>
    public static readonly CspBareNode Unenroll = new() { Uri = $"{Root}/Unenroll", Format = CspFormat.Null, Access = CspAccess.Get | CspAccess.Exec };

    /// <summary>The older form of <see cref="Unenroll"/>; the provider's name stands in Data.</summary>
    public static readonly CspBareNode RootUnenroll =
        new() { Uri = "./Device/Vendor/MSFT/DMClient/Unenroll", Format = CspFormat.Null, Access = CspAccess.Get | CspAccess.Exec };

    /// <summary>Holds the schedule.</summary>
    public static readonly CspBareNode Poll =
        new() { Uri = $"{Root}/Poll", Format = CspFormat.Node, Access = CspAccess.Get | CspAccess.Add | CspAccess.Delete };

    /// <summary>Minutes between the tries of the first set; default 15; 0 = no such set.</summary>
    public static readonly CspNode<int> IntervalForFirstSetOfRetries = Leaf<int>("Poll/IntervalForFirstSetOfRetries", CspFormat.Int);

    /// <summary>Tries in the first set; default 10; 0 = for ever, and the other sets never come.</summary>
    public static readonly CspNode<int> NumberOfFirstRetries = Leaf<int>("Poll/NumberOfFirstRetries", CspFormat.Int);

    /// <summary>Minutes between the tries of the second set; default 0 = no such set.</summary>
    public static readonly CspNode<int> IntervalForSecondSetOfRetries = Leaf<int>("Poll/IntervalForSecondSetOfRetries", CspFormat.Int);

    /// <summary>Tries in the second set; 0 beside an interval = for ever.</summary>
    public static readonly CspNode<int> NumberOfSecondRetries = Leaf<int>("Poll/NumberOfSecondRetries", CspFormat.Int);

    /// <summary>Minutes between the tries afterwards; default 0 = none.</summary>
    public static readonly CspNode<int> IntervalForRemainingScheduledRetries = Leaf<int>("Poll/IntervalForRemainingScheduledRetries", CspFormat.Int);

    /// <summary>Tries afterwards; 0 beside an interval = for ever.</summary>
    public static readonly CspNode<int> NumberOfRemainingScheduledRetries = Leaf<int>("Poll/NumberOfRemainingScheduledRetries", CspFormat.Int);

    /// <summary>A session at each sign-in (not at unlock); off by default.</summary>
    public static readonly CspNode<bool> PollOnLogin = Leaf<bool>("Poll/PollOnLogin", CspFormat.Bool);

    /// <summary>A session at the first sign-in of each user; off by default.</summary>
    public static readonly CspNode<bool> AllUsersPollOnFirstLogin = Leaf<bool>("Poll/AllUsersPollOnFirstLogin", CspFormat.Bool);

    /// <summary>Every node above.</summary>
    public static readonly ImmutableArray<CspNode> All =
    [
        Provider, Upn, EntDMID, EntDeviceName, ExchangeId, AadResourceId, AadDeviceId, EnrollmentType, HwDevId, SyncApplicationVersion,
        MaxSyncApplicationVersion, EnableOmaDmKeepAliveMessage, ManagementServerToUpgradeTo, NumberOfDaysAfterLostContactToUnenroll, Unenroll, RootUnenroll, Poll,
        IntervalForFirstSetOfRetries, NumberOfFirstRetries, IntervalForSecondSetOfRetries, NumberOfSecondRetries,
        IntervalForRemainingScheduledRetries, NumberOfRemainingScheduledRetries, PollOnLogin, AllUsersPollOnFirstLogin,
    ];
}
