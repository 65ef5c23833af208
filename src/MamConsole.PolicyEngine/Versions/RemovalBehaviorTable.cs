using System.Collections.Frozen;
using System.Collections.Immutable;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>
/// The behavior of Windows when a node is deleted, by node or branch. Defaults are those of docs/reference/csp-catalog.json; behavior
/// without a source is <see cref="RemovalCertainty.Unverified"/> and listed in docs/protocol-divergences.md.
/// </summary>
internal static class RemovalBehaviorTable
{
    private const string Description = "the description of the node";
    private const string LockPages = "the nodes' descriptions state the defaults; whether a MAM PC applies them at once is not documented";
    private const string WipGuide = "Microsoft's guide to Windows Information Protection";
    private const string Assumed = "inferred from the deletion of similar nodes";

    private static readonly RemovalRule WithAccount = new(
        RemovalBehavior.GoesWithAccount,
        "The node belongs to the account and is removed with it; it cannot be deleted separately.",
        RemovalCertainty.Documented,
        Description
    );

    private static readonly FrozenDictionary<string, RemovalRule> Rules = new Dictionary<string, RemovalRule>
    {
        [Key(DeviceLockCsp.DevicePasswordEnabled.Uri)] = new(
            RemovalBehavior.NeedsValue,
            "Microsoft’s pages disagree on Windows’ default: retain the lock or require none. Set explicitly that none is required.",
            RemovalCertainty.Documented,
            "two of Microsoft's pages state opposite defaults",
            new("deviceLock.lockRequired", "false", "Set to “not required”")
        ),
        [Key(DeviceLockCsp.MinDevicePasswordLength.Uri)] = Lock(
            "4 characters while a lock is required, and no minimum otherwise",
            "minimumLength",
            "0",
            "no minimum"
        ),
        [Key(DeviceLockCsp.AlphanumericDevicePasswordRequired.Uri)] = Lock(
            "accepting any kind of password or PIN",
            "passwordKind",
            "any",
            "anything"
        ),
        [Key(DeviceLockCsp.MinDevicePasswordComplexCharacters.Uri)] = Lock(
            "one character set, or two when letters and digits are required",
            "characterGroups",
            "1",
            "one character set is sufficient"
        ),
        [Key(DeviceLockCsp.MaxInactivityTimeDeviceLock.Uri)] = Lock("not locking automatically", "lockAfterMinutes", "0", "never"),
        [Key(DeviceLockCsp.MaxDevicePasswordFailedAttempts.Uri)] = Lock("no limit", "failedAttempts", "0", "no limit"),
        [Key(DeviceLockCsp.DevicePasswordExpiration.Uri)] = Lock("passwords that never expire", "expirationDays", "0", "never"),
        [Key(DeviceLockCsp.DevicePasswordHistory.Uri)] = Lock("allowing old passwords again", "history", "0", "old ones can be reused"),
        [Key(DeviceLockCsp.AllowSimpleDevicePassword.Uri)] = Lock("allowing simple passwords", "allowSimple", "true", "allowed"),

        ["Policy/Config/DeviceLock/"] = new(
            RemovalBehavior.Reverts,
            "Windows returns to its default for the lock.",
            RemovalCertainty.Unverified,
            LockPages
        ),
        ["Policy/"] = new(RemovalBehavior.Reverts, "Windows returns to its default.", RemovalCertainty.Unverified, "no source"),

        [Key(EnterpriseDataProtectionCsp.EDPEnforcementLevel.Uri)] = new(
            RemovalBehavior.NeedsValue,
            "Microsoft’s documentation requires writing “off” to end protection, which also decrypts work files. The effect of only "
                + "deleting the mode is not documented.",
            RemovalCertainty.Documented,
            WipGuide,
            new("informationProtection.mode", "off", "Set to “off”")
        ),
        [Key(EnterpriseDataProtectionCsp.EnterpriseProtectedDomainNames.Uri)] = new(
            RemovalBehavior.GoesAway,
            "New files have no owner. Files that have the domain retain it until they are decrypted.",
            RemovalCertainty.Inferred,
            WipGuide
        ),
        [Key(EnterpriseDataProtectionCsp.DataRecoveryCertificate.Uri)] = new(
            RemovalBehavior.GoesAway,
            "New files cannot be recovered with it. Existing files retain it until they are written again: keep the private key.",
            RemovalCertainty.Inferred,
            WipGuide
        ),
        [Key(EnterpriseDataProtectionCsp.RevokeOnUnenroll.Uri)] = new(
            RemovalBehavior.Reverts,
            "Windows returns to making work files unreadable on unenroll.",
            RemovalCertainty.Inferred,
            Description,
            new("informationProtection.revokeOnUnenroll", "false", "Set to “files stay readable”")
        ),
        [Key(EnterpriseDataProtectionCsp.RevokeOnMDMHandoff.Uri)] = new(
            RemovalBehavior.Reverts,
            "Windows returns to making work files unreadable on MDM handoff.",
            RemovalCertainty.Inferred,
            Description,
            new("informationProtection.revokeOnMdmHandoff", "false", "Set to “keys are retained”")
        ),
        [Key(EnterpriseDataProtectionCsp.RMSTemplateIDForEDP.Uri)] = Reverts("the template for everyone in the organization"),
        [Key(EnterpriseDataProtectionCsp.AllowAzureRMSForEDP.Uri)] = Reverts(
            "work files on removable drives that can be opened only on the PC that wrote them"
        ),
        [Key(EnterpriseDataProtectionCsp.SMBAutoEncryptedFileExtensions.Uri)] = Reverts(
            "encrypting every file that is copied from a corporate file share"
        ),
        [Key(EnterpriseDataProtectionCsp.EDPShowIcons.Uri)] = Reverts("not showing the enterprise data protection icon"),

        ["EnterpriseDataProtection/"] = Reverts("its default for work files"),
        ["AppLocker/"] = new(RemovalBehavior.GoesAway, "The rules are deleted.", RemovalCertainty.Inferred, Assumed),

        // Longer keys take precedence, so that the exempt lists are distinguished from the others.
        [Key(AppLockerCsp.Grouping.Uri)] = new(
            RemovalBehavior.GoesAway,
            "The list is deleted: its apps can no longer open work data. Files that they protected stay protected.",
            RemovalCertainty.Inferred,
            WipGuide
        ),
        [Key(AppLockerCsp.ExemptGrouping.Uri)] = new(
            RemovalBehavior.GoesAway,
            "The list is deleted: its apps can no longer open work data. Files that they saved unprotected stay unprotected.",
            RemovalCertainty.Inferred,
            WipGuide
        ),

        [Key(NetworkIsolationCsp.EnterpriseIPRangesAreAuthoritative.Uri)] = Reverts(
            "adding the addresses of the work network that it detects"
        ),
        [Key(NetworkIsolationCsp.EnterpriseProxyServersAreAuthoritative.Uri)] = Reverts("adding the proxies that it detects"),
        [Key(NetworkIsolationCsp.NeutralResources.Uri)] = new(
            RemovalBehavior.GoesAway,
            "These resources are evaluated like all others again.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        [Key(NetworkIsolationCsp.EnterpriseProxyServers.Uri)] = new(
            RemovalBehavior.GoesAway,
            "These proxies no longer count as proxies to the internet.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["Policy/Config/NetworkIsolation/"] = new(
            RemovalBehavior.GoesAway,
            "These resources no longer count as work. Files from them stay work files.",
            RemovalCertainty.Inferred,
            Assumed
        ),

        [Key(PassportForWorkCsp.UsePassportForWork.Uri)] = Reverts("offering Windows Hello"),
        [Key(PassportForWorkCsp.RequireSecurityDevice.Uri)] = Reverts("accepting PCs without a TPM"),
        [Key(PassportForWorkCsp.MinimumPinLength.Uri)] = Reverts("PINs of 6 characters or more"),
        [Key(PassportForWorkCsp.MaximumPinLength.Uri)] = Reverts("PINs of up to 127 characters"),
        [Key(PassportForWorkCsp.History.Uri)] = Reverts("allowing old PINs again"),
        [Key(PassportForWorkCsp.Expiration.Uri)] = Reverts("PINs that never expire"),
        [Key(PassportForWorkCsp.PinComplexity.Uri)] = Reverts("PINs in which such characters are optional"),
        ["PassportForWork/"] = Reverts("its default for Windows Hello"),

        [Key(DMClientCsp.ManagementServerToUpgradeTo.Uri)] = new(
            RemovalBehavior.GoesAway,
            "The offer disappears from Windows’ settings at the PC’s next check-in. PCs that have moved to the MDM are not affected.",
            RemovalCertainty.Inferred,
            Description
        ),
        [Key(DMClientCsp.NumberOfDaysAfterLostContactToUnenroll.Uri)] = new(
            RemovalBehavior.Reverts,
            "A PC without contact no longer unenrolls itself.",
            RemovalCertainty.Inferred,
            Description
        ),
        [Key(DMClientCsp.PollOnLogin.Uri)] = Reverts("no check-in at sign-in"),
        [Key(DMClientCsp.AllUsersPollOnFirstLogin.Uri)] = Reverts("no check-in at a person’s first sign-in"),
        [Key(DMClientCsp.Poll.Uri)] = new(
            RemovalBehavior.NeedsValue,
            "Windows’ default schedule ends after ten check-ins and then becomes daily. Whether this is also true after a deletion "
                + "is not documented.",
            RemovalCertainty.Unverified,
            Description,
            new("polling.rhythm", "suggested", "Set to “suggested”")
        ),
        [Key(DMClientCsp.Upn.Uri)] = WithAccount,
        [Key(DMClientCsp.AadResourceId.Uri)] = WithAccount,
        [Key(DMClientCsp.EnableOmaDmKeepAliveMessage.Uri)] = new(
            RemovalBehavior.Stays,
            "The node cannot be deleted: Windows retains the last value until another one is written.",
            RemovalCertainty.Documented,
            Description
        ),
        [Key(DMClientCsp.SyncApplicationVersion.Uri)] = Reverts("protocol version 1.0"),
        [Key(DMClientCsp.Provider.Uri)] = new(
            RemovalBehavior.Reverts,
            "Windows behaves as if the value had never been set.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["DMClient/"] = WithAccount,
        ["DMAcc/"] = WithAccount,

        ["RootCATrustedCertificates/"] = new(
            RemovalBehavior.GoesAway,
            "The certificate is removed from the PC’s store: certificates and files that it signed are no longer trusted.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["ClientCertificateInstall/PFXCertInstall/"] = new(
            RemovalBehavior.GoesAway,
            "The certificate and its key are deleted from the PC: sign-ins that use it stop working.",
            RemovalCertainty.Documented,
            Description
        ),
        ["ClientCertificateInstall/"] = new(
            RemovalBehavior.GoesAway,
            "The certificate is deleted from the PC; the authority that issued it is not notified.",
            RemovalCertainty.Documented,
            Description
        ),
        ["WiFi/"] = new(
            RemovalBehavior.GoesAway,
            "The network is removed from the PC, which disconnects from it at once.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["VPNv2/"] = new(
            RemovalBehavior.GoesAway,
            "The connection is removed from the PC, and is disconnected if it is in use.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["HealthAttestation/"] = new(
            RemovalBehavior.Reverts,
            "The value affects only the next health report.",
            RemovalCertainty.Inferred,
            Assumed
        ),
        ["Reporting/"] = new(
            RemovalBehavior.Reverts,
            "The value affects only the next read of the log.",
            RemovalCertainty.Inferred,
            Assumed
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> KeysByDescendingLength = [.. Rules.Keys.OrderByDescending(key => key.Length)];

    // Lists from which single rows can be removed; the rest of the list is sent again.
    private static readonly FrozenDictionary<string, string> Rows = new Dictionary<string, string>
    {
        ["appRules.allowed"] = "The list is sent again: these apps can no longer open work data. Files that they protected stay protected.",
        ["appRules.exempt"] = "The list is sent again: these apps can no longer open work data. Unprotected files stay unprotected.",
        ["informationProtection.enterpriseIds"] = "The list is sent again. Files that have the domain retain it.",
        ["informationProtection.smbExtensions"] = "The list is sent again. Encrypted files stay encrypted.",
        ["networkBoundary.cloudResources"] =
            "The list is sent again: these resources no longer count as work. Files from them stay work files.",
        ["networkBoundary.ipRanges"] = "The list is sent again: these addresses no longer count as work. Files from them stay work files.",
        ["networkBoundary.domainNames"] = "The list is sent again: these names no longer count as work. Files from them stay work files.",
        ["networkBoundary.internalProxies"] = "The list is sent again: these proxies no longer lead to work.",
        ["networkBoundary.externalProxies"] = "The list is sent again: these proxies no longer count as proxies to the internet.",
        ["networkBoundary.neutralResources"] = "The list is sent again: these resources are evaluated like all others again.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The rule for a node that the table does not contain.</summary>
    public static RemovalRule Unknown { get; } =
        new(
            RemovalBehavior.Stays,
            "Windows’ behavior on deletion is not documented: assume that the value stays.",
            RemovalCertainty.Unverified,
            "no source"
        );

    /// <summary>Returns the rule for the node, or null when there is none.</summary>
    /// <param name="locUri">The LocURI with its dynamic segments as placeholders, as statements and the CSP files contain it.</param>
    public static RemovalRule? Of(string locUri)
    {
        var key = Key(locUri);
        return KeysByDescendingLength.FirstOrDefault(known => IsAtOrBelow(key, known)) is { } found ? Rules[found] : null;
    }

    /// <summary>Returns the rule for rows that are removed from a list, or null when the field is not such a list.</summary>
    public static RemovalRule? OfRows(string field) =>
        Rows.TryGetValue(field, out var sentence)
            ? new RemovalRule(RemovalBehavior.GoesAway, sentence, RemovalCertainty.Inferred, "lists are written as a whole")
            : null;

    // A name that only begins with the same characters is another node.
    private static bool IsAtOrBelow(string key, string known) =>
        key.StartsWith(known, StringComparison.Ordinal) && (key.Length == known.Length || known[^1] == '/' || key[known.Length] == '/');

    // The same node exists below several roots: ./Device/Vendor/MSFT, ./User/Vendor/MSFT, ./Vendor/MSFT.
    private static string Key(string locUri) =>
        locUri.IndexOf("/MSFT/", StringComparison.Ordinal) is >= 0 and var at ? locUri[(at + "/MSFT/".Length)..]
        : locUri.StartsWith("./SyncML/", StringComparison.Ordinal) ? locUri["./SyncML/".Length..]
        : locUri;

    private static RemovalRule Lock(string back, string field, string value, string description) =>
        new(
            RemovalBehavior.Reverts,
            $"Windows returns to {back}.",
            RemovalCertainty.Unverified,
            LockPages,
            new($"deviceLock.{field}", value, $"Set to “{description}”")
        );

    private static RemovalRule Reverts(string back) =>
        new(RemovalBehavior.Reverts, $"Windows returns to {back}.", RemovalCertainty.Inferred, Description);
}
