using System.Text;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Versions;
using static MamConsole.Tests.PolicyEngine.Certificates.CertificateSamples;

namespace MamConsole.Tests.PolicyEngine.Certificates;

public sealed class CertificatesCompilerTests
{
    [Fact]
    public void Compile_NamesTrustedCertificateByThumbprintAndVerifiesPresence()
    {
        var node = Assert.Single(Compile(new() { Trusted = [Root] }));

        Assert.Equal($"./Device/Vendor/MSFT/RootCATrustedCertificates/Root/{Thumbprint(RootDer)}/EncodedCertificate", node.LocUri);
        Assert.Equal(
            (Convert.ToBase64String(RootDer), ReadBackKind.Presence, NodeStage.Certificates),
            (node.Value, node.ReadBack, node.Stage)
        );
    }

    [Theory]
    [InlineData(TrustStore.Intermediate, "/CA/")]
    [InlineData(TrustStore.Publisher, "/TrustedPublisher/")]
    public void Compile_WritesTrustedCertificateToItsStore(TrustStore store, string part) =>
        Assert.Contains(part, Assert.Single(Compile(new() { Trusted = [Root with { Store = store }] })).LocUri, StringComparison.Ordinal);

    [Fact]
    public void Compile_EndsPfxWithBlobThatImportsIt()
    {
        var nodes = Compile(new() { Pfx = [Pfx] });

        Assert.Equal(
            [
                "KeyLocation=2",
                "PFXCertPasswordEncryptionType=0",
                $"PFXCertPassword={Password.Placeholder}",
                $"PFXCertBlob={PfxSecret.Placeholder}",
            ],
            Lines(nodes)
        );
        Assert.All(
            nodes,
            n => Assert.StartsWith("./User/Vendor/MSFT/ClientCertificateInstall/PFXCertInstall/", n.LocUri, StringComparison.Ordinal)
        );
        Assert.Equal([ReadBackKind.None, ReadBackKind.None, ReadBackKind.None, ReadBackKind.Presence], nodes.Select(n => n.ReadBack));
    }

    [Fact]
    public void Compile_OmitsPasswordOfPfxWithoutPassword() =>
        Assert.Equal(
            ["KeyLocation=2", $"PFXCertBlob={PfxSecret.Placeholder}"],
            Lines(Compile(new() { Pfx = [Pfx with { Password = null }] }))
        );

    [Fact]
    public void Compile_WritesExportableOnlyForSoftwareKey()
    {
        Assert.Contains(
            "PFXKeyExportable=false",
            Lines(Compile(new() { Pfx = [Pfx with { KeyStorageProvider = KeyStorageProvider.Software }] }))
        );
        Assert.Contains(
            "PFXKeyExportable=true",
            Lines(Compile(new() { Pfx = [Pfx with { KeyStorageProvider = KeyStorageProvider.Software, Exportable = true }] }))
        );
        Assert.DoesNotContain(
            Lines(Compile(new() { Pfx = [Pfx with { KeyStorageProvider = KeyStorageProvider.Tpm }] })),
            line => line.StartsWith("PFXKeyExportable", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Compile_EndsScepRequestWithEnroll()
    {
        var nodes = Compile(
            new()
            {
                Scep =
                [
                    Scep with
                    {
                        Servers = ["https://a.example/", " https://b.example/ "],
                        OtherNames = ["11+anna@contoso.com"],
                        ValidFor = "2",
                        Retries = "5",
                        RetryMinutes = "10",
                        ForEncryption = false,
                        Owner = CertificateOwner.Pc,
                    },
                ],
            }
        );

        Assert.Equal(
            [
                "ServerURL=https://a.example/;https://b.example/",
                $"Challenge={Challenge.Base64Placeholder}",
                $"CAThumbprint={Thumbprint(RootDer)}",
                "SubjectName=CN=Northwind PC",
                "SubjectAlternativeNames=11+anna@contoso.com",
                "EKUMapping=1.3.6.1.5.5.7.3.2",
                "KeyUsage=128",
                "KeyLength=2048",
                "HashAlgorithm=SHA-2",
                "KeyProtection=2",
                "ValidPeriod=Years",
                "ValidPeriodUnits=2",
                "RetryCount=5",
                "RetryDelay=10",
                "Enroll=",
            ],
            Lines(nodes)
        );
        Assert.True(nodes[^1].Runs);
        Assert.All(
            nodes,
            n => Assert.StartsWith("./Device/Vendor/MSFT/ClientCertificateInstall/SCEP/", n.LocUri, StringComparison.Ordinal)
        );
        Assert.All(nodes, n => Assert.Equal(ReadBackKind.None, n.ReadBack));
    }

    [Fact]
    public void Compile_DerivesNodeNameFromAllSettingsExceptDisplayName()
    {
        var name = NameOf(Compile(new() { Scep = [Scep] }));

        Assert.Equal(name, NameOf(Compile(new() { Scep = [Scep with { Name = "Another" }] })));
        Assert.NotEqual(name, NameOf(Compile(new() { Scep = [Scep with { Challenge = PfxSecret }] })));
        Assert.NotEqual(name, NameOf(Compile(new() { Scep = [Scep with { KeyLength = "4096" }] })));
        Assert.NotEqual(NameOf(Compile(new() { Pfx = [Pfx] })), NameOf(Compile(new() { Pfx = [Pfx with { Password = null }] })));
    }

    [Fact]
    public void Compare_ReportsReplacedSecretWithoutItsId()
    {
        var change = Assert.Single(
            PolicyDiff
                .Compare(
                    new WrittenPolicy { Certificates = new() { Scep = [Scep] } },
                    new WrittenPolicy { Certificates = new() { Scep = [Scep with { Challenge = PfxSecret }] } }
                )
                .Changes
        );

        Assert.Equal((ChangeKind.Changed, "replaced"), (change.Kind, change.Becomes));
        Assert.Contains("a secret was replaced", change.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain($"{PfxSecret.Id}", $"{change.Sentence}{change.Was}{change.Becomes}", StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_ListsNodesThatAreCompiled()
    {
        var policy = new WrittenPolicy { Certificates = All };

        Assert.Equal(
            SamplePolicies.Compile(policy).Nodes.Select(n => n.LocUri).Order(StringComparer.Ordinal),
            PolicyWords.Describe(policy, SamplePolicies.Options).SelectMany(s => s.Nodes).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----\n{0}\n-----END CERTIFICATE-----\n")]
    [InlineData("{0}")]
    public void From_AcceptsCertificateAsText(string form)
    {
        var row = TrustedCertificate.From(
            "a.pem",
            Encoding.ASCII.GetBytes(form.Replace("{0}", Convert.ToBase64String(RootDer), StringComparison.Ordinal))
        );

        Assert.Equal((null, Convert.ToBase64String(RootDer), TrustStore.Root), (row.RejectionReason, row.Content, row.Store));
    }

    [Fact]
    public void From_RejectsPrivateKeyAndSeveralCertificates()
    {
        var pfx = TrustedCertificate.From("a.pfx", PfxBytes("secret"));
        var pem = TrustedCertificate.From("a.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"u8);
        var two = TrustedCertificate.From(
            "two.pem",
            Encoding.ASCII.GetBytes(
                string.Concat(
                    Enumerable.Repeat($"-----BEGIN CERTIFICATE-----\n{Convert.ToBase64String(RootDer)}\n-----END CERTIFICATE-----\n", 2)
                )
            )
        );

        Assert.All(
            new[] { pfx, pem },
            row => Assert.Equal(("", true), (row.Content, row.RejectionReason!.Contains("private key", StringComparison.Ordinal)))
        );
        Assert.Contains("several", two.RejectionReason!, StringComparison.Ordinal);
    }

    [Fact]
    public void TryOpen_AcceptsOnlyTheRightPassword()
    {
        Assert.True(PfxFile.TryOpen(PfxBytes("right"), "right", out var pfx, out _));
        Assert.Equal(("CN=Contoso VPN", 40), (pfx.Subject, pfx.Thumbprint.Length));

        Assert.False(PfxFile.TryOpen(PfxBytes("right"), "wrong", out _, out var reason));
        Assert.Contains("password is not correct", reason, StringComparison.Ordinal);
        Assert.False(PfxFile.TryOpen(RootDer, "", out _, out reason));
        Assert.Contains("not a .pfx file", reason, StringComparison.Ordinal);
        Assert.False(PfxFile.TryOpen([], "", out _, out _));
    }

    private static CompiledNode[] Compile(CertificatesSettings settings) =>
        [.. SamplePolicies.Compile(new WrittenPolicy { Certificates = settings }).Nodes];

    private static IEnumerable<string> Lines(IEnumerable<CompiledNode> nodes) => nodes.Select(n => $"{n.LocUri.Split('/')[^1]}={n.Value}");

    private static string NameOf(CompiledNode[] nodes) =>
        nodes[0].LocUri.Split('/')[^(nodes[0].LocUri.Contains("/SCEP/", StringComparison.Ordinal) ? 3 : 2)];
}
