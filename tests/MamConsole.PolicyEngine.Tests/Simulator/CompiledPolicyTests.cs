using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator.Tree;

namespace MamConsole.Tests.Simulator;

/// <summary>Tests the compiler against a simulated device whose description of Windows is independent of the compiler.</summary>
public sealed class CompiledPolicyTests
{
    private static readonly CompilerOptions Options = new("MamConsole", Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d"));

    private static readonly WrittenPolicy Written = new()
    {
        InformationProtection = new()
        {
            Mode = ProtectionMode.Block,
            EnterpriseIds = ["northwind.example", "bücher.example"],
            RecoveryCertificate = Certificate(),
            RevokeOnUnenroll = true,
            RevokeOnMdmHandoff = false,
            ShowIcons = true,
            AzureRms = true,
            RmsTemplateId = "c1b8dbd3-1b1c-4c4b-9d5c-2f3a1f6f0a11",
            SmbExtensions = ["docx"],
            LostContactDays = "30",
        },
        AppRules = new()
        {
            Allowed =
            [
                new AppRule.StoreApp { Publisher = "CN=Northwind, O=A & B", PackageName = "Northwind.Notes" },
                new AppRule.DesktopApp
                {
                    Publisher = "O=NORTHWIND, L=OSLO, C=NO",
                    Product = "NOTES",
                    Binary = "NOTES.EXE",
                    LowVersion = "2.0.0.0",
                },
            ],
            Exempt =
            [
                new AppRule.DesktopApp
                {
                    Publisher = "O=NORTHWIND, L=OSLO, C=NO",
                    Product = "LEDGER",
                    Binary = "LEDGER.EXE",
                },
            ],
            UseRecommendedDenyRules = true,
        },
        NetworkBoundary = new()
        {
            CloudResources = [new() { Host = "files.example", Proxy = "proxy.northwind.example" }],
            AppCompat = true,
            InternalProxies = ["proxy.northwind.example"],
            ExternalProxies = ["out.northwind.example"],
            IpRanges = [new() { First = "10.20.0.0", Last = "10.20.255.255" }],
            DomainNames = ["corp.northwind.example"],
            NeutralResources = ["login.windows.net"],
            IpRangesAreAuthoritative = true,
            ProxiesAreAuthoritative = true,
        },
        DeviceLock = new()
        {
            LockRequired = true,
            LockAfterMinutes = "5",
            MinimumLength = "8",
            PasswordKind = MamConsole.PolicyEngine.DeviceLock.PasswordKind.LettersAndDigits,
            CharacterGroups = "2",
            FailedAttempts = "10",
            ExpirationDays = "365",
            History = "5",
            AllowSimple = false,
        },
        HelloPin = new()
        {
            UsePassportForWork = true,
            MinimumLength = "6",
            MaximumLength = "20",
            Digits = MamConsole.PolicyEngine.HelloPin.PinCharacters.Required,
            History = "5",
            ExpirationDays = "90",
        },
        Handoff = new()
        {
            DiscoveryUrl = "https://mdm.contoso.example/EnrollmentServer/Discovery.svc",
            WipInMdm = true,
            MdmEnterpriseId = "northwind.example",
        },
        Polling = new() { Schedule = MamConsole.PolicyEngine.Polling.PollingSchedule.Suggested },
    };

    private static UploadedCertificate Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Recovery", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.4.1.311.10.3.4.1")], critical: false));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(80));
        return UploadedCertificate.From("recovery.cer", certificate.Export(X509ContentType.Cert));
    }

    private static CompiledPolicy Compile()
    {
        var context = new PolicyContext(
            null,
            new TenantFacts(Options.TenantId, Options.ProviderId, new Uri("https://mam.contoso.example/mam/enroll")),
            null,
            new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero)
        );
        var review = PolicyValidator.Validate(Written, context);
        Assert.True(review.Valid is not null, string.Join('\n', review.Findings));
        return PolicyCompiler.Compile(review.Valid, Options);
    }

    /// <summary>
    /// Sends all nodes of a version to a new device and then once more as an edit, and returns the answers of the device.
    /// </summary>
    private static (ImmutableArray<ExecutedCommand> First, ImmutableArray<ExecutedCommand> Again, WindowsTree Tree) Send(
        CompiledPolicy version,
        string right = "",
        string wrong = ""
    )
    {
        var first = DeviceSession
            .Open(Opening, TestDevices.NewTree())
            .Session.Receive(Message(node => NodeGroups.HasDynamicParent(node.LocUri) ? WriteVerb.Add : WriteVerb.Replace));
        var again = DeviceSession.Open(Opening, first.Session.Tree).Session.Receive(Message(_ => WriteVerb.Replace));
        return (first.Executed, again.Executed, (WindowsTree)again.Session.Tree);

        SyncMLMessage Message(Func<CompiledNode, WriteVerb> verb)
        {
            var plan = version.Nodes.Select(node => new PlannedCommand.Write(node.LocUri, verb(node))).ToValueList<PlannedCommand>();
            var (commands, _) = CommandBatch.Build(plan, version, "4c1d0f6e");
            var message = new SyncMLMessage(
                new SyncHeader("1", 1, TestDevices.Profile.DeviceId, "s"),
                [new SyncCommand.Status("1", 1, "0", "SyncHdr", StatusCode.Ok), .. commands],
                Final: true
            );

            // The message is written and read, so that the test covers escaping.
            var sent = SyncMLWriter.Write(message);
            return SyncMLReader.Read(
                right.Length == 0
                    ? sent
                    : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sent).Replace(right, wrong, StringComparison.Ordinal))
            );
        }
    }

    private static DeviceOpening Opening =>
        new()
        {
            SessionId = "1",
            DeviceId = TestDevices.Profile.DeviceId,
            ServerAddress = "s",
            DeviceInfo = [],
        };

    [Fact]
    public void Device_AcceptsEveryCompiledNode()
    {
        var version = Compile();
        var (first, again, tree) = Send(version);

        Assert.InRange(version.Nodes.Count, 40, 60);
        Assert.All(first.Concat(again), command => Assert.True(command.Code == StatusCode.Ok, command.ToString()));
        Assert.Equal("11", tree.Read(TestDevices.Status));
        Assert.All(
            version.Nodes,
            node =>
                Assert.Equal(
                    node.Value,
                    tree.Read(
                        CspNode.ReadUriOf(node.LocUri.Replace(CompiledNode.GroupingPlaceholder, "4c1d0f6e", StringComparison.Ordinal))
                    )
                )
        );
    }

    /// <summary>Errors that a faulty compiler could make in a node, by a part of its address.</summary>
    public static TheoryData<string, CspFormat?, string?> Mistakes =>
        new()
        {
            { "/EDPEnforcementLevel", CspFormat.Chr, null },
            { "/EDPEnforcementLevel", null, "Block" },
            { "/EnterpriseProtectedDomainNames", null, "Northwind.example" },
            { "/EnterpriseProtectedDomainNames", null, "northwind.example, tailspin.example" },
            { "/DataRecoveryCertificate", null, "MIICAAAA" },
            { "/MaxInactivityTimeDeviceLock", null, "3600" },
            { "/StoreApps/Policy", null, """<RuleCollection Type="Exe"/>""" },
            { "EdpExempt/EXE/Policy", null, "&lt;RuleCollection Type=\"Exe\"/&gt;" },
            { "/UsePassportForWork", CspFormat.Int, "1" },
            { "/MinimumPINLength", null, "3" },
            { "/IntervalForRemainingScheduledRetries", null, "8 h" },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Device_RejectsNodeWithWrongFormatOrValue(string part, CspFormat? format, string? value)
    {
        var right = Compile();
        var wrong = new CompiledPolicy(
            right
                .Nodes.Select(node =>
                    node.LocUri.Contains(part, StringComparison.Ordinal)
                        ? node with
                        {
                            Format = format ?? node.Format,
                            Value = value ?? node.Value,
                        }
                        : node
                )
                .ToValueList()
        );

        Assert.Contains(
            Send(wrong).First,
            command => !command.Code.IsSuccess && command.LocUri?.Contains(part, StringComparison.Ordinal) == true
        );
    }

    [Theory]
    [InlineData("/EDPEnforcementLevel", "/EdpEnforcementLevel")]
    [InlineData("/Vendor/MSFT/EnterpriseDataProtection/", "/Vendor/MSFT/EnterpriseDataProtect/")]
    [InlineData("/DMClient/Provider/MamConsole/", "/DMClient/Provider/Mam/")]
    [InlineData("/Poll/", "/Polling/")]
    public void Device_RejectsNodeThatWindowsDoesNotHave(string right, string wrong)
    {
        // The allow-list of the server rejects such a node (CspAllowListTests), so the address is changed in the written message.
        Assert.Contains(Send(Compile(), right, wrong).First, command => command.Code == StatusCode.NotFound);
    }
}
