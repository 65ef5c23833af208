using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MamConsole.IntegrationTests.Policies;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Polling;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>The policies that journeys publish.</summary>
internal static class WorkPolicies
{
    public const string Protection = "./Device/Vendor/MSFT/EnterpriseDataProtection/Settings/";
    public const string Mode = Protection + "EDPEnforcementLevel";
    public const string Icons = Protection + "EDPShowIcons";
    public const string Network = "./Device/Vendor/MSFT/Policy/Config/NetworkIsolation/";
    public const string Lock = "./Device/Vendor/MSFT/Policy/Config/DeviceLock/";
    public const string Link = "./Device/Vendor/MSFT/DMClient/Provider/MamConsole/ManagementServerToUpgradeTo";

    private static readonly Lazy<UploadedCertificate> Certificate = new(() =>
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Recovery", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.4.1.311.10.3.4.1")], critical: false));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-100), DateTimeOffset.UtcNow.AddDays(1000));
        return UploadedCertificate.From("recovery.cer", certificate.Export(X509ContentType.Cert));
    });

    /// <summary>A policy for everyone: the PC locks after that number of minutes.</summary>
    public static WrittenPolicy Locking(int minutes) => ForEveryone(PolicyTestHost.Lock(minutes));

    /// <summary>A policy for everyone with network boundary, app rules, enterprise ID and WIP mode.</summary>
    public static WrittenPolicy Protecting { get; } = ForEveryone(PolicyTestHost.Protecting);

    /// <summary><see cref="Protecting"/> with another WIP mode.</summary>
    public static WrittenPolicy ProtectingWith(ProtectionMode mode, bool? icons = null) =>
        Protecting with
        {
            InformationProtection = Protecting.InformationProtection with { Mode = mode, ShowIcons = icons },
        };

    /// <summary><see cref="Protecting"/> with an offered MDM handoff.</summary>
    public static WrittenPolicy Offering(bool? revokeOnHandoff) =>
        Protecting with
        {
            InformationProtection = Protecting.InformationProtection with { RevokeOnMdmHandoff = revokeOnHandoff },
            Handoff = new HandoffSettings
            {
                DiscoveryUrl = "https://mdm.contoso.example/EnrollmentServer/Discovery.svc",
                WipInMdm = true,
                MdmEnterpriseId = "contoso.com",
            },
        };

    /// <summary>A policy with settings of every area.</summary>
    public static WrittenPolicy Everything { get; } =
        Offering(false) with
        {
            InformationProtection = Offering(false).InformationProtection with
            {
                RecoveryCertificate = Certificate.Value,
                RevokeOnUnenroll = true,
                ShowIcons = true,
                AzureRms = true,
                RmsTemplateId = "c1b8dbd3-1b1c-4c4b-9d5c-2f3a1f6f0a11",
                SmbExtensions = ["docx"],
                LostContactDays = "30",
            },
            NetworkBoundary = Protecting.NetworkBoundary with
            {
                AppCompat = true,
                InternalProxies = ["proxy.contoso.com"],
                NeutralResources = ["login.microsoftonline.com"],
                ExternalProxies = ["out.contoso.com:8080"],
                IpRangesAreAuthoritative = true,
                ProxiesAreAuthoritative = false,
            },
            DeviceLock = new DeviceLockSettings
            {
                LockRequired = true,
                LockAfterMinutes = "5",
                MinimumLength = "8",
                PasswordKind = PasswordKind.LettersAndDigits,
                CharacterGroups = "2",
                FailedAttempts = "10",
                ExpirationDays = "365",
                History = "5",
                AllowSimple = false,
            },
            HelloPin = new HelloPinSettings
            {
                UsePassportForWork = true,
                MinimumLength = "8",
                MaximumLength = "20",
                Digits = PinCharacters.Required,
                History = "5",
                ExpirationDays = "0",
            },
            Polling = new PollingSettings
            {
                Schedule = PollingSchedule.Own,
                FirstInterval = "1",
                FirstCount = "30",
                SecondInterval = "15",
                SecondCount = "8",
                LaterInterval = "480",
                LaterCount = "0",
                PollOnLogin = true,
            },
        };

    public static WrittenPolicy For(WrittenPolicy policy, params string[] people) =>
        policy with
        {
            Assignment = new AssignmentSettings { To = AssignmentKind.People, People = [.. people] },
        };

    private static WrittenPolicy ForEveryone(WrittenPolicy policy) =>
        policy with
        {
            Assignment = new AssignmentSettings { To = AssignmentKind.Everyone },
        };
}
