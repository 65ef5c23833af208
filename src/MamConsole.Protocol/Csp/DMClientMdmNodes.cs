using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// The nodes of <see cref="DMClientCsp"/> for MDM. They are described so that their addresses are recognized; this server never writes
/// them.
/// </summary>
public sealed class DMClientMdmNodes
{
    private static readonly ImmutableArray<WindowsBuild> LinkedBuilds =
    [
        new(19042, 2193),
        new(19043, 2193),
        new(19044, 2193),
        new(22000, 918),
        new(22621),
    ];

    private static readonly ImmutableArray<WindowsBuild> RecoveryBuilds = [new(22000, 1165), new(22621)];

    private static readonly ImmutableArray<WindowsBuild> RefreshBuilds = [new(22000, 2836), new(22621, 3235)];

    internal DMClientMdmNodes(CspBranch at)
    {
        SignedEntDMID = at.Text("SignedEntDMID");
        CertRenewTimeStamp = at.Text("CertRenewTimeStamp");
        RequireMessageSigning = at.Bool("RequireMessageSigning", "false");

        CompletePage = at.Node("CustomEnrollmentCompletePage", CspAccess.GetAddDelete, ZeroOrOne);
        CompletePageTitle = at.Text("CustomEnrollmentCompletePage/Title");
        CompletePageBody = at.Text("CustomEnrollmentCompletePage/BodyText");
        CompletePageLink = at.Text("CustomEnrollmentCompletePage/HyperlinkHref");
        CompletePageLinkText = at.Text("CustomEnrollmentCompletePage/HyperlinkText");

        var security = at.Below("EnhancedAppLayerSecurity", 16299);
        AppLayerSecurity = security.Node("");
        SecurityMode = security.Int("SecurityMode", CspRange.Upto(3), "0", occurs: One);
        UseCertificateOffline = security.Bool("UseCertIfRevocationCheckOffline", "false", occurs: One);
        FirstCertificate = security.Text("Cert0", occurs: One);
        SecondCertificate = security.Text("Cert1", occurs: One);

        var configLock = at.Below("ConfigLock", 22000);
        ConfigLock = configLock.Node("");
        Lock = configLock.Int("Lock", CspRange.ZeroOrOne, "0", occurs: One);
        UnlockDuration = configLock.Int("UnlockDuration", otherwise: "480", occurs: One);
        SecuredCore = configLock.Bool("SecureCore", access: CspAccess.Get, range: CspRange.Any);

        var linked = at.Below("LinkedEnrollment", builds: LinkedBuilds);
        LinkedEnrollment = linked.Node("");
        LinkedError = linked.Int("LastError", access: CspAccess.Get);
        LinkedStatus = linked.Int("EnrollStatus", CspRange.Upto(8), access: CspAccess.Get);
        LinkedEnroll = linked.Run("Enroll");
        LinkedUnenroll = linked.Run("Unenroll");

        MultipleSession = at.Node("MultipleSession", home: false, build: 22000);
        BackgroundSessions = Sessions(at, "NumAllowedConcurrentUserSessionForBackgroundSync", "25");
        LogonSessions = Sessions(at, "NumAllowedConcurrentUserSessionAtUserLogonSync", "25");
        UserSessionInterval = Sessions(at, "IntervalForScheduledRetriesForUserSession", "1440");
        UserSessionRetries = Sessions(at, "NumberOfScheduledRetriesForUserSession", "0");

        var recovery = at.Below("Recovery", builds: RecoveryBuilds);
        Recovery = recovery.Node("");
        AllowRecovery = recovery.Int("AllowRecovery", CspRange.ZeroOrOne, "0", CspAccess.GetReplace, One, CspConflict.LastWrite);
        InitiateRecovery = recovery.Int("InitiateRecovery", CspRange.ZeroOrOne, "0", CspAccess.Exec, One);
        RecoveryStatus = recovery.Int("RecoveryStatus", CspRange.Upto(8), "0", CspAccess.Get);

        var refresh = at.Below("ConfigRefresh", builds: RefreshBuilds);
        ConfigRefresh = refresh.Node("", CspAccess.GetAddDelete);
        RefreshEnabled = refresh.Bool("Enabled", "false", occurs: One, conflict: CspConflict.LastWrite);
        RefreshCadence = refresh.Int("Cadence", CspRange.Between(30, 1440), "90", occurs: One);
        RefreshPause = refresh.Int("PausePeriod", CspRange.Between(0, 1440), "0", occurs: One);
    }

    /// <summary><see cref="DMClientCsp.EntDMID"/> signed with MDM's client certificate.</summary>
    public CspNode<string> SignedEntDMID { get; }

    /// <summary>The time when MDM's client certificate is to be renewed.</summary>
    public CspNode<string> CertRenewTimeStamp { get; }

    /// <summary>Whether messages are signed with MDM's client certificate; MAM has none.</summary>
    public CspNode<bool> RequireMessageSigning { get; }

    /// <summary>The page at the end of an enrollment.</summary>
    public CspBareNode CompletePage { get; }

    public CspNode<string> CompletePageTitle { get; }

    public CspNode<string> CompletePageBody { get; }

    public CspNode<string> CompletePageLink { get; }

    public CspNode<string> CompletePageLinkText { get; }

    /// <summary>The encryption of messages in addition to TLS. From build 16299.</summary>
    public CspBareNode AppLayerSecurity { get; }

    /// <summary>0 = none, 1 = signed, 2 = encrypted, 3 = both.</summary>
    public CspNode<int> SecurityMode { get; }

    public CspNode<bool> UseCertificateOffline { get; }

    public CspNode<string> FirstCertificate { get; }

    public CspNode<string> SecondCertificate { get; }

    /// <summary>The settings that the PC restores automatically. From build 22000.</summary>
    public CspBareNode ConfigLock { get; }

    public CspNode<int> Lock { get; }

    /// <summary>The minutes during which an administrator of the PC may change these settings.</summary>
    public CspNode<int> UnlockDuration { get; }

    public CspNode<bool> SecuredCore { get; }

    /// <summary>A second enrollment in addition to MDM's. With servicing from Windows 10 20H2 on, and from build 22621.</summary>
    public CspBareNode LinkedEnrollment { get; }

    public CspNode<int> LinkedError { get; }

    public CspNode<int> LinkedStatus { get; }

    public CspBareNode LinkedEnroll { get; }

    public CspBareNode LinkedUnenroll { get; }

    /// <summary>Several simultaneous users. From build 22000; not on Home.</summary>
    public CspBareNode MultipleSession { get; }

    public CspNode<int> BackgroundSessions { get; }

    public CspNode<int> LogonSessions { get; }

    /// <summary>The minutes between sessions of users.</summary>
    public CspNode<int> UserSessionInterval { get; }

    public CspNode<int> UserSessionRetries { get; }

    /// <summary>The automatic repair of a broken enrollment. With servicing on build 22000, and from build 22621.</summary>
    public CspBareNode Recovery { get; }

    public CspNode<int> AllowRecovery { get; }

    public CspNode<int> InitiateRecovery { get; }

    public CspNode<int> RecoveryStatus { get; }

    /// <summary>The settings that the PC rewrites periodically. With servicing on builds 22000 and 22621.</summary>
    public CspBareNode ConfigRefresh { get; }

    public CspNode<bool> RefreshEnabled { get; }

    /// <summary>The interval in minutes, 30 to 1440.</summary>
    public CspNode<int> RefreshCadence { get; }

    /// <summary>The pause in minutes, 0 to 1440.</summary>
    public CspNode<int> RefreshPause { get; }

    private static CspNode<int> Sessions(CspBranch at, string name, string otherwise) =>
        at.Int($"MultipleSession/{name}", CspRange.From(0), otherwise, home: false, build: 22000);
}
