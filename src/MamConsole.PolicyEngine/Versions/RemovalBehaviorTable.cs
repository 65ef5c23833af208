using System.Collections.Frozen;
using System.Collections.Immutable;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>
/// What Windows does when a node is deleted, by node or branch. Defaults are those of docs/reference/csp-catalog.json; what no source says
/// stands as
/// <see cref="RemovalCertainty.Unverified"/> and in docs/protocol-divergences.md.
/// </summary>
internal static class RemovalBehaviorTable
{
    private const string Description = "the node's own description";
    private const string LockPages = "the nodes' descriptions name the defaults; whether a MAM PC goes back at once is not written down";
    private const string WipGuide = "Microsoft's guide to Windows Information Protection";
    private const string Assumed = "assumed from how such nodes are deleted";

    private static readonly RemovalRule WithAccount = new(
        RemovalBehavior.GoesWithAccount,
        "It belongs to the account and leaves with it; alone it cannot be deleted.",
        RemovalCertainty.Documented,
        Description
    );

    private static readonly FrozenDictionary<string, RemovalRule> Rules = new Dictionary<string, RemovalRule>
    {
        [Key(DeviceLockCsp.DevicePasswordEnabled.Uri)] = new(
            RemovalBehavior.NeedsValue,
            "Microsoft’s pages disagree on what Windows does without it: keep a lock, or need none. Say outright that none is needed.",
            RemovalCertainty.Documented,
            "two of Microsoft's pages name opposite defaults",
            new("deviceLock.lockRequired", "false", "Say “not required”")
        ),
        [Key(DeviceLockCsp.MinDevicePasswordLength.Uri)] = Lock(
            "4 characters as long as a lock is required, else to no minimum",
            "minimumLength",
            "0",
            "no minimum"
        ),
        [Key(DeviceLockCsp.AlphanumericDevicePasswordRequired.Uri)] = Lock(
            "taking any kind of password or PIN",
            "passwordKind",
            "any",
            "anything"
        ),
        [Key(DeviceLockCsp.MinDevicePasswordComplexCharacters.Uri)] = Lock(
            "one kind of characters, or two where letters and digits are required",
            "characterGroups",
            "1",
            "one kind will do"
        ),
        [Key(DeviceLockCsp.MaxInactivityTimeDeviceLock.Uri)] = Lock("not locking by itself", "lockAfterMinutes", "0", "never"),
        [Key(DeviceLockCsp.MaxDevicePasswordFailedAttempts.Uri)] = Lock("no limit", "failedAttempts", "0", "no limit"),
        [Key(DeviceLockCsp.DevicePasswordExpiration.Uri)] = Lock("passwords that never expire", "expirationDays", "0", "never"),
        [Key(DeviceLockCsp.DevicePasswordHistory.Uri)] = Lock("letting old passwords come back", "history", "0", "old ones may come back"),
        [Key(DeviceLockCsp.AllowSimpleDevicePassword.Uri)] = Lock("allowing simple passwords", "allowSimple", "true", "allowed"),

        ["Policy/Config/DeviceLock/"] = new(
            RemovalBehavior.Reverts,
            "Windows goes back to its own rule for the lock.",
            RemovalCertainty.Unverified,
            LockPages
        ),
        ["Policy/"] = new(
            RemovalBehavior.Reverts,
            "Windows goes back to what it does without it.",
            RemovalCertainty.Unverified,
            "no source"
        ),

        [Key(EnterpriseDataProtectionCsp.EDPEnforcementLevel.Uri)] = new(
            RemovalBehavior.NeedsValue,
            "Microsoft says to write “off” to end protection, which also decrypts work files. What deleting the mode does alone is not "
                + "written down.",
            RemovalCertainty.Documented,
            WipGuide,
            new("informationProtection.mode", "off", "Say “off”")
        ),
        [Key(EnterpriseDataProtectionCsp.EnterpriseProtectedDomainNames.Uri)] = new(
            RemovalBehavior.GoesAway,
            "New files get no owner. Files that carry the domain keep it until they are decrypted.",
            RemovalCertainty.Inferred,
            WipGuide
        ),
        [Key(EnterpriseDataProtectionCsp.DataRecoveryCertificate.Uri)] = new(
            RemovalBehavior.GoesAway,
            "Files written from then on cannot be recovered with it. Older files keep it until they are written again: keep the "
                + "private key.",
            RemovalCertainty.Inferred,
            WipGuide
        ),
        [Key(EnterpriseDataProtectionCsp.RevokeOnUnenroll.Uri)] = new(
            RemovalBehavior.Reverts,
            "Windows goes back to making work files unreadable when management ends.",
            RemovalCertainty.Inferred,
            Description,
            new("informationProtection.revokeOnUnenroll", "false", "Say “files stay readable”")
        ),
        [Key(EnterpriseDataProtectionCsp.RevokeOnMDMHandoff.Uri)] = new(
            RemovalBehavior.Reverts,
            "Windows goes back to making work files unreadable on the move to MDM.",
            RemovalCertainty.Inferred,
            Description,
            new("informationProtection.revokeOnMdmHandoff", "false", "Say “keys are kept”")
        ),
        [Key(EnterpriseDataProtectionCsp.RMSTemplateIDForEDP.Uri)] = Reverts("the template for everyone in the organization"),
        [Key(EnterpriseDataProtectionCsp.AllowAzureRMSForEDP.Uri)] = Reverts(
            "work files on removable drives that open only on the PC that wrote them"
        ),
        [Key(EnterpriseDataProtectionCsp.SMBAutoEncryptedFileExtensions.Uri)] = Reverts(
            "encrypting every file that is copied from a work share"
        ),
        [Key(EnterpriseDataProtectionCsp.EDPShowIcons.Uri)] = Reverts("showing no briefcase"),

        ["EnterpriseDataProtection/"] = Reverts("its own rule for work files"),
        ["AppLocker/"] = new(RemovalBehavior.GoesAway, "The rules are deleted.", RemovalCertainty.Inferred, Assumed),

        // Longer keys win, so that the exempt lists are not taken for the others.
        [Key(AppLockerCsp.Grouping.Uri)] = new(
            RemovalBehavior.GoesAway,
            "The list is deleted: its apps may no longer open work data. Files that they protected stay protected.",
            RemovalCertainty.Inferred,
            WipGuide
        ),
        [Key(AppLockerCsp.ExemptGrouping.Uri)] = new(
            RemovalBehavior.GoesAway,
            "The list is deleted: its apps may no longer open work data. What they saved unprotected stays so.",
            RemovalCertainty.Inferred,
            WipGuide
        ),

        [Key(NetworkIsolationCsp.EnterpriseIPRangesAreAuthoritative.Uri)] = Reverts(
            "adding the addresses of the work network that it finds by itself"
        ),
        [Key(NetworkIsolationCsp.EnterpriseProxyServersAreAuthoritative.Uri)] = Reverts("adding the proxies that it finds by itself"),
        [Key(NetworkIsolationCsp.NeutralResources.Uri)] = new(
            RemovalBehavior.GoesAway,
            "These places are judged like all others again.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        [Key(NetworkIsolationCsp.EnterpriseProxyServers.Uri)] = new(
            RemovalBehavior.GoesAway,
            "Windows no longer knows that these proxies lead out of work.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["Policy/Config/NetworkIsolation/"] = new(
            RemovalBehavior.GoesAway,
            "These places no longer count as work. Files that came from them stay work files.",
            RemovalCertainty.Inferred,
            Assumed
        ),

        [Key(PassportForWorkCsp.UsePassportForWork.Uri)] = Reverts("offering Windows Hello"),
        [Key(PassportForWorkCsp.RequireSecurityDevice.Uri)] = Reverts("taking PCs without a security chip (TPM) too"),
        [Key(PassportForWorkCsp.MinimumPinLength.Uri)] = Reverts("PINs of 6 characters or more"),
        [Key(PassportForWorkCsp.MaximumPinLength.Uri)] = Reverts("PINs of up to 127 characters"),
        [Key(PassportForWorkCsp.History.Uri)] = Reverts("letting old PINs come back"),
        [Key(PassportForWorkCsp.Expiration.Uri)] = Reverts("PINs that never expire"),
        [Key(PassportForWorkCsp.PinComplexity.Uri)] = Reverts("PINs that may hold such characters and need not"),
        ["PassportForWork/"] = Reverts("its own rule for Windows Hello"),

        [Key(DMClientCsp.ManagementServerToUpgradeTo.Uri)] = new(
            RemovalBehavior.GoesAway,
            "The offer disappears from Windows’ settings with the PC’s next check-in. Who has moved stays moved.",
            RemovalCertainty.Inferred,
            Description
        ),
        [Key(DMClientCsp.NumberOfDaysAfterLostContactToUnenroll.Uri)] = new(
            RemovalBehavior.Reverts,
            "A PC without contact no longer leaves by itself.",
            RemovalCertainty.Inferred,
            Description
        ),
        [Key(DMClientCsp.PollOnLogin.Uri)] = Reverts("no call at sign-in"),
        [Key(DMClientCsp.AllUsersPollOnFirstLogin.Uri)] = Reverts("no call at a person’s first sign-in"),
        [Key(DMClientCsp.Poll.Uri)] = new(
            RemovalBehavior.NeedsValue,
            "Windows’ own numbers end after ten calls; then it makes a schedule of a day by itself. Whether it does after a deletion "
                + "is not written down.",
            RemovalCertainty.Unverified,
            Description,
            new("polling.rhythm", "suggested", "Say “suggested”")
        ),
        [Key(DMClientCsp.Upn.Uri)] = WithAccount,
        [Key(DMClientCsp.AadResourceId.Uri)] = WithAccount,
        [Key(DMClientCsp.EnableOmaDmKeepAliveMessage.Uri)] = new(
            RemovalBehavior.Stays,
            "Windows lets nobody delete it: the last value stays until another is written.",
            RemovalCertainty.Documented,
            Description
        ),
        [Key(DMClientCsp.SyncApplicationVersion.Uri)] = Reverts("speaking version 1.0"),
        [Key(DMClientCsp.Provider.Uri)] = new(
            RemovalBehavior.Reverts,
            "Windows goes on as if it had never been set.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["DMClient/"] = WithAccount,
        ["DMAcc/"] = WithAccount,

        ["RootCATrustedCertificates/"] = new(
            RemovalBehavior.GoesAway,
            "The certificate leaves the PC’s store: what it signed is no longer trusted.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["ClientCertificateInstall/PFXCertInstall/"] = new(
            RemovalBehavior.GoesAway,
            "The certificate and its key are deleted from the PC: what signs in with it stops working.",
            RemovalCertainty.Documented,
            Description
        ),
        ["ClientCertificateInstall/"] = new(
            RemovalBehavior.GoesAway,
            "The certificate is deleted from the PC; the authority that issued it is not told.",
            RemovalCertainty.Documented,
            Description
        ),
        ["WiFi/"] = new(
            RemovalBehavior.GoesAway,
            "The PC forgets the network, and loses it at once where it is connected to it.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["VPNv2/"] = new(
            RemovalBehavior.GoesAway,
            "The connection disappears from the PC, and is cut where it is in use.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["HealthAttestation/"] = new(RemovalBehavior.Reverts, "It only steers the next health report.", RemovalCertainty.Inferred, Assumed),
        ["Reporting/"] = new(RemovalBehavior.Reverts, "It only steers the next read of the log.", RemovalCertainty.Inferred, Assumed),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> KeysByDescendingLength = [.. Rules.Keys.OrderByDescending(key => key.Length)];

    // Lists whose rows can leave one by one; the rest of the list is sent anew.
    private static readonly FrozenDictionary<string, string> Rows = new Dictionary<string, string>
    {
        ["appRules.allowed"] = "The list is sent anew: these apps may no longer open work data. Files that they protected stay protected.",
        ["appRules.exempt"] = "The list is sent anew: these apps may no longer open work data. What they saved unprotected stays so.",
        ["informationProtection.enterpriseIds"] = "The list is sent anew. Files that carry the domain keep it.",
        ["informationProtection.smbExtensions"] = "The list is sent anew. Files that are encrypted stay so.",
        ["networkBoundary.cloudResources"] =
            "The list is sent anew: these places no longer count as work. Files that came from them stay work files.",
        ["networkBoundary.ipRanges"] =
            "The list is sent anew: these addresses no longer count as work. Files that came from them stay work files.",
        ["networkBoundary.domainNames"] =
            "The list is sent anew: these names no longer count as work. Files that came from them stay work files.",
        ["networkBoundary.internalProxies"] = "The list is sent anew: these proxies no longer lead to work.",
        ["networkBoundary.externalProxies"] = "The list is sent anew: Windows no longer knows that these proxies lead out of work.",
        ["networkBoundary.neutralResources"] = "The list is sent anew: these places are judged like all others again.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What is said of a node that the table does not know.</summary>
    public static RemovalRule Unknown { get; } =
        new(
            RemovalBehavior.Stays,
            "Nobody wrote down what Windows does when it is deleted: count on the value staying.",
            RemovalCertainty.Unverified,
            "no source"
        );

    /// <summary>What is known about the node; null when nothing is.</summary>
    /// <param name="locUri">Its LocURI with its places open, as statements and the CSP files have it.</param>
    public static RemovalRule? Of(string locUri)
    {
        var key = Key(locUri);
        return KeysByDescendingLength.FirstOrDefault(known => IsAtOrBelow(key, known)) is { } found ? Rules[found] : null;
    }

    /// <summary>What is known about rows that leave a list which stays; null where the field is no such list.</summary>
    public static RemovalRule? OfRows(string field) =>
        Rows.TryGetValue(field, out var sentence)
            ? new RemovalRule(RemovalBehavior.GoesAway, sentence, RemovalCertainty.Inferred, "lists are written as a whole")
            : null;

    // A name that only begins alike is another node.
    private static bool IsAtOrBelow(string key, string known) =>
        key.StartsWith(known, StringComparison.Ordinal) && (key.Length == known.Length || known[^1] == '/' || key[known.Length] == '/');

    // One node stands below several roots: ./Device/Vendor/MSFT, ./User/Vendor/MSFT, ./Vendor/MSFT.
    private static string Key(string locUri) =>
        locUri.IndexOf("/MSFT/", StringComparison.Ordinal) is >= 0 and var at ? locUri[(at + "/MSFT/".Length)..]
        : locUri.StartsWith("./SyncML/", StringComparison.Ordinal) ? locUri["./SyncML/".Length..]
        : locUri;

    private static RemovalRule Lock(string back, string field, string value, string description) =>
        new(
            RemovalBehavior.Reverts,
            $"Windows goes back to {back}.",
            RemovalCertainty.Unverified,
            LockPages,
            new($"deviceLock.{field}", value, $"Say “{description}”")
        );

    private static RemovalRule Reverts(string back) =>
        new(RemovalBehavior.Reverts, $"Windows goes back to {back}.", RemovalCertainty.Inferred, Description);
}
