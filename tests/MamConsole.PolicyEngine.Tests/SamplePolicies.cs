using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Polling;

namespace MamConsole.Tests.PolicyEngine;

/// <summary>Policies and certificates that the tests of all areas use.</summary>
internal static class SamplePolicies
{
    private static readonly ConcurrentDictionary<int, RSA> Keys = new();

    public static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    public static readonly CompilerOptions Options = new("MamConsole", Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d"));

    public static readonly PolicyContext Context = new(
        null,
        new TenantFacts(Options.TenantId, Options.ProviderId, new Uri("https://mam.contoso.example/mam/enroll")),
        null,
        Now
    );

    public static readonly AppRule.StoreApp EdgeLegacy = GoldenPolicy.EdgeLegacy;

    public static readonly AppRule.DesktopApp Notepad = GoldenPolicy.Notepad;

    public static readonly AppRule.DesktopApp LineOfBusiness = GoldenPolicy.LineOfBusiness;

    /// <inheritdoc cref="GoldenPolicy.Written"/>
    public static readonly WrittenPolicy Golden = GoldenPolicy.Written;

    /// <summary>A policy without findings that protects work data and has a recovery certificate.</summary>
    public static readonly WrittenPolicy Clean = Golden with
    {
        InformationProtection = Golden.InformationProtection with { Mode = ProtectionMode.AllowOverrides, RecoveryCertificate = Upload() },
        AppRules = Golden.AppRules with { Exempt = [] },
    };

    /// <summary>A valid policy in which every field of every area is set.</summary>
    public static readonly WrittenPolicy Rich = new()
    {
        Assignment = new AssignmentSettings
        {
            To = AssignmentKind.People,
            People = ["ana@northwind.example", "bo@northwind.example"],
            Priority = "10",
            Groups = [new() { Id = "1f0c2a7e-93b5-4a68-8f27-6b0e9d5a1c34", Name = "Sales" }],
            ExceptGroups = [new() { Id = "2a9d2f60-6c1b-4f0e-8b8e-5d1c3a7e9f10", Name = "Contractors" }],
            ExceptPeople = ["cy@northwind.example"],
            FromBuild = "19045",
            ToBuild = "22631",
            Editions = [EditionFamily.Pro, EditionFamily.Enterprise],
            Rings = ["Pilot"],
        },
        InformationProtection = Clean.InformationProtection with
        {
            RevokeOnMdmHandoff = false,
            AzureRms = true,
            RmsTemplateId = "{c1b8dbd3-1b1c-4c4b-9d5c-2f3a1f6f0a11}",
            SmbExtensions = ["docx", "xlsx"],
            LostContactDays = "30",
        },
        AppRules = Golden.AppRules with
        {
            Exempt = [LineOfBusiness, EdgeLegacy with { PackageName = "Northwind.Ledger", Publisher = "CN=Northwind" }],
        },
        NetworkBoundary = Golden.NetworkBoundary with
        {
            DomainNames = ["corp.northwind.example"],
            ExternalProxies = ["out.northwind.example:8080"],
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
            UppercaseLetters = PinCharacters.Allowed,
            LowercaseLetters = PinCharacters.Required,
            Digits = PinCharacters.Required,
            SpecialCharacters = PinCharacters.Allowed,
            History = "5",
            ExpirationDays = "0",
        },
        Handoff = new HandoffSettings
        {
            DiscoveryUrl = "https://mdm.northwind.example/EnrollmentServer/Discovery.svc",
            WipInMdm = true,
            MdmEnterpriseId = "Northwind.example",
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
        Certificates = Certificates.CertificateSamples.All,
        Connectivity = new()
        {
            Wifi = [Connectivity.SampleProfiles.Office with { Cost = MamConsole.PolicyEngine.Connectivity.WifiCost.Limited }],
            Vpn = [Connectivity.SampleProfiles.Full],
        },
        Monitoring = new()
        {
            Settings = ReadInterval.Call,
            Condition = ReadInterval.Week,
            Hardware = ReadInterval.Month,
            BootHealth = ReadInterval.Week,
            WorkLog = ReadInterval.Day,
        },
    };

    public static UploadedCertificate Upload(byte[]? certificate = null) =>
        UploadedCertificate.From("recovery.cer", certificate ?? Certificate());

    /// <summary>Returns a self-signed certificate in DER.</summary>
    public static byte[] Certificate(
        int daysLeft = 1000,
        int age = 100,
        string usage = "1.3.6.1.4.1.311.10.3.4.1",
        int bits = 2048,
        string name = "CN=Recovery"
    )
    {
        using var certificate = SelfSigned(daysLeft, age, usage, bits, name);
        return certificate.Export(X509ContentType.Cert);
    }

    public static X509Certificate2 SelfSigned(
        int daysLeft = 1000,
        int age = 100,
        string usage = "1.3.6.1.4.1.311.10.3.4.1",
        int bits = 2048,
        string name = "CN=Recovery"
    )
    {
        // Creating keys is slow, so one key of each length is reused.
        var key = Keys.GetOrAdd(bits, RSA.Create);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        return request.CreateSelfSigned(Now.AddDays(-age), Now.AddDays(daysLeft));
    }

    public static CompiledPolicy Compile(WrittenPolicy policy, CompilerOptions? options = null)
    {
        var review = PolicyValidator.Validate(policy, Context);
        Assert.True(review.Valid is not null, string.Join('\n', review.Findings.Where(f => f.Severity == Severity.Block)));
        return PolicyCompiler.Compile(review.Valid, options ?? Options);
    }
}
