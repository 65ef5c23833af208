using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// PassportForWork CSP: Windows Hello for Business and its PIN (docs/reference/csp-catalog.json; docs/reference/eas.md §3).
/// </summary>
/// <remarks>
/// A value in the user's tree overrides the one in the device's tree, which is the one that this server writes. The node of the tenant must
/// exist before its children. Nodes that only exist in preview builds (provisioning after sign-in, security keys) are not described.
/// </remarks>
public static class PassportForWorkCsp
{
    /// <summary>The placeholder in LocURIs for the GUID of the tenant.</summary>
    public const string TenantIdPlaceholder = "{TenantId}";

    private static readonly CspBranch Root = CspBranch.At(CspScope.Device, "PassportForWork");

    private static readonly CspBranch UserRoot = CspBranch.At(CspScope.User, "PassportForWork");

    private static readonly CspBranch At = Root.Below($"{TenantIdPlaceholder}/Policies");

    /// <summary>The nodes of the device.</summary>
    public static readonly HelloNodes Device = new(Root);

    /// <summary>The nodes of the user.</summary>
    public static readonly HelloNodes User = new(UserRoot);

    public static readonly CspBareNode Tenant = Device.Tenant;

    public static readonly CspBareNode Policies = Device.Policies;

    public static readonly CspBareNode PinComplexity = Device.PinComplexity;

    /// <inheritdoc cref="HelloNodes.UsePassportForWork"/>
    public static readonly CspNode<bool> UsePassportForWork = Device.UsePassportForWork;

    /// <inheritdoc cref="HelloNodes.RequireSecurityDevice"/>
    public static readonly CspNode<bool> RequireSecurityDevice = Device.RequireSecurityDevice;

    /// <inheritdoc cref="HelloNodes.MinimumPinLength"/>
    public static readonly CspNode<int> MinimumPinLength = Device.MinimumPinLength;

    /// <inheritdoc cref="HelloNodes.MaximumPinLength"/>
    public static readonly CspNode<int> MaximumPinLength = Device.MaximumPinLength;

    /// <inheritdoc cref="HelloNodes.UppercaseLetters"/>
    public static readonly CspNode<int> UppercaseLetters = Device.UppercaseLetters;

    /// <inheritdoc cref="HelloNodes.UppercaseLetters"/>
    public static readonly CspNode<int> LowercaseLetters = Device.LowercaseLetters;

    /// <inheritdoc cref="HelloNodes.UppercaseLetters"/>
    public static readonly CspNode<int> SpecialCharacters = Device.SpecialCharacters;

    /// <inheritdoc cref="HelloNodes.UppercaseLetters"/>
    public static readonly CspNode<int> Digits = Device.Digits;

    /// <inheritdoc cref="HelloNodes.History"/>
    public static readonly CspNode<int> History = Device.History;

    /// <inheritdoc cref="HelloNodes.Expiration"/>
    public static readonly CspNode<int> Expiration = Device.Expiration;

    public static readonly CspBareNode ExcludeSecurityDevices = At.Node("ExcludeSecurityDevices", CspAccess.GetAddDelete);

    /// <summary>Whether a TPM 1.2 does not count as a TPM.</summary>
    public static readonly CspNode<bool> ExcludeTpm12 = At.Bool("ExcludeSecurityDevices/TPM12", "False");

    /// <summary>Whether a certificate signs in to on-premises servers.</summary>
    public static readonly CspNode<bool> UseCertificateForOnPremAuth = At.Bool("UseCertificateForOnPremAuth", "False");

    /// <summary>
    /// Whether Entra issues tickets for on-premises servers (cloud trust). With servicing on Windows 10 21H2 and Windows 11 21H2, and from
    /// build 22621.
    /// </summary>
    public static readonly CspNode<bool> UseCloudTrustForOnPremAuth = At.Bool(
        "UseCloudTrustForOnPremAuth",
        "False",
        builds: [new(19044, 1566), new(22000, 527), new(22621)]
    );

    public static readonly CspBareNode Remote = At.Node("Remote", CspAccess.GetAddDelete);

    /// <summary>Whether a phone may replace the PC's own key.</summary>
    public static readonly CspNode<bool> UseRemotePassport = At.Bool("Remote/UseRemotePassport", "False");

    /// <summary>Whether apps can use Hello's certificates as smart card certificates. From build 17763.</summary>
    public static readonly CspNode<bool> UseHelloCertificatesAsSmartCardCertificates = At.Bool(
        "UseHelloCertificatesAsSmartCardCertificates",
        "False",
        build: 17763
    );

    /// <summary>The deprecated form of <see cref="UseBiometrics"/>.</summary>
    public static readonly CspNode<bool> OldUseBiometrics = Root.Bool("UseBiometrics", "False", deprecated: true);

    public static readonly CspBareNode Biometrics = Root.Node("Biometrics");

    /// <summary>Whether face or fingerprint may replace the PIN.</summary>
    public static readonly CspNode<bool> UseBiometrics = Root.Bool("Biometrics/UseBiometrics", "False");

    /// <summary>Whether face recognition requires anti-spoofing.</summary>
    public static readonly CspNode<bool> EnhancedAntiSpoofing = Root.Bool("Biometrics/FacialFeaturesUseEnhancedAntiSpoofing", "False");

    /// <summary>1 = enhanced sign-in security also with capable external sensors. From build 22621.</summary>
    public static readonly CspNode<int> EnhancedSignInSecurity = Root.Int(
        "Biometrics/EnableESSwithSupportedPeripherals",
        CspRange.ZeroOrOne,
        "1",
        conflict: CspConflict.LastWrite,
        build: 22621
    );

    public static readonly CspBareNode DeviceUnlock = Root.Node("DeviceUnlock", build: 17134);

    /// <summary>The first of two factors for multifactor unlock: GUIDs in braces, separated by commas. From build 17134.</summary>
    public static readonly CspNode<string> UnlockGroupA = Root.Text("DeviceUnlock/GroupA", Guids, build: 17134);

    /// <summary>The second factor. From build 17134.</summary>
    public static readonly CspNode<string> UnlockGroupB = Root.Text("DeviceUnlock/GroupB", Guids, build: 17134);

    /// <summary>The signals that a factor requires, as XML. From build 17134.</summary>
    public static readonly CspNode<string> UnlockPlugins = Root.Text("DeviceUnlock/Plugins", build: 17134);

    public static readonly CspBareNode DynamicLock = Root.Node("DynamicLock", build: 17134);

    /// <summary>Whether the PC locks when the paired phone is out of range. From build 17134.</summary>
    public static readonly CspNode<bool> UseDynamicLock = Root.Bool("DynamicLock/DynamicLock", "False", build: 17134);

    /// <summary>The signals for dynamic lock, as XML. From build 17134.</summary>
    public static readonly CspNode<string> DynamicLockPlugins = Root.Text("DynamicLock/Plugins", build: 17134);

    public static readonly CspBareNode SecurityKey = Root.Node("SecurityKey", build: 18362);

    /// <summary>1 = sign-in with a FIDO2 key is allowed. From build 18362.</summary>
    public static readonly CspNode<int> UseSecurityKeyForSignIn = Root.Int(
        "SecurityKey/UseSecurityKeyForSignin",
        CspRange.ZeroOrOne,
        "0",
        build: 18362
    );

    /// <summary>All nodes of both trees.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. Root.Nodes, .. UserRoot.Nodes];

    private static CspRange Guids =>
        CspRange.Form(
            @"^\{[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\}(,\{[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}\})*$",
            ","
        );
}
