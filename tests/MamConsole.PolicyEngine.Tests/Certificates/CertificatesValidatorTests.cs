using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Findings;
using static MamConsole.Tests.PolicyEngine.Certificates.CertificateSamples;

namespace MamConsole.Tests.PolicyEngine.Certificates;

public sealed class CertificatesValidatorTests
{
    public static TheoryData<BadValue> BadValues =>
        [
            Trusted("CERT-01", Severity.Block, TrustedCertificate.From("notes.cer", "no certificate at all"u8)),
            Trusted("CERT-01", Severity.Block, TrustedCertificate.From("key.pfx", PfxBytes("x"))),
            Trusted("CERT-01", Severity.Block, new TrustedCertificate { FileName = "typed.cer", Content = "!!" }),
            Trusted("CERT-02", Severity.Block, Of(Authority(daysLeft: -1))),
            Trusted("CERT-02", Severity.Warn, Of(Authority(age: -5))),
            Trusted("CERT-03", Severity.Warn, Of(Authority(daysLeft: 179))),
            Trusted("CERT-04", Severity.Warn, Of(Authority(isAuthority: false)) with { Store = TrustStore.Root }),
            Trusted("CERT-06", Severity.Warn, Of(Authority(issuer: "CN=Above")) with { Store = TrustStore.Root }),
            Trusted("CERT-06", Severity.Warn, Root with { Store = TrustStore.Intermediate }),
            Trusted("CERT-07", Severity.Warn, Of(Authority(bits: 1024))),
            Bad("CERT-05", "trusted[1]", Severity.Block, new() { Trusted = [Root, Root with { FileName = "again.cer" }] }),
            Bad("CERT-10", "pfx[0]", Severity.Block, new() { Pfx = [new PfxCertificate()] }),
            Bad("CERT-11", "pfx[1]", Severity.Block, new() { Pfx = [Pfx, Pfx with { Thumbprint = Pfx.Thumbprint.ToLowerInvariant() }] }),
            Bad("CERT-12", "pfx[0]", Severity.Warn, new() { Pfx = [Pfx] }),
            Bad("CERT-13", "pfx[0].exportable", Severity.Block, new() { Pfx = [Pfx with { Exportable = true }] }),
            Bad(
                "CERT-13",
                "pfx[0].exportable",
                Severity.Warn,
                new() { Pfx = [Pfx with { Exportable = true, KeyStorageProvider = KeyStorageProvider.Software }] }
            ),
            Bad("CERT-14", "pfx[0]", Severity.Block, new() { Pfx = [Pfx with { LastDay = "2026-05-31" }] }),
            Bad("CERT-14", "pfx[0]", Severity.Warn, new() { Pfx = [Pfx with { LastDay = "2026-08-31" }] }),
            Request("CERT-20", ".servers", Severity.Block, Scep with { Servers = [] }),
            Request("CERT-20", ".servers[0]", Severity.Block, Scep with { Servers = ["scep.northwind.example"] }),
            Request("CERT-20", ".servers[0]", Severity.Block, Scep with { Servers = ["https://a.example;https://b.example"] }),
            Request("CERT-20", ".servers[0]", Severity.Note, Scep with { Servers = ["http://scep.northwind.example/mscep.dll"] }),
            Request("CERT-21", ".subject", Severity.Block, Scep with { Subject = "Northwind PC" }),
            Request("CERT-21", ".subject", Severity.Block, Scep with { Subject = " " }),
            Request("CERT-22", ".challenge", Severity.Block, Scep with { Challenge = null }),
            Request("CERT-23", ".keyLength", Severity.Block, Scep with { KeyLength = "3072" }, "2048"),
            Request("CERT-23", ".keyLength", Severity.Warn, Scep with { KeyLength = "1024" }, "2048"),
            Request("CERT-24", ".hash", Severity.Block, Scep with { Hash = "SHA256" }, "SHA-2"),
            Request("CERT-24", ".hash", Severity.Warn, Scep with { Hash = "SHA-1" }, "SHA-2"),
            Request("CERT-25", ".purposes", Severity.Block, Scep with { Purposes = [] }),
            Request("CERT-25", ".purposes[0]", Severity.Block, Scep with { Purposes = ["client authentication"] }),
            Request("CERT-26", ".forSigning", Severity.Block, Scep with { ForSigning = false, ForEncryption = false }),
            Request("CERT-27", ".authorityThumbprint", Severity.Block, Scep with { AuthorityThumbprint = "A9 4A 8F" }),
            Request(
                "CERT-27",
                ".authorityThumbprint",
                Severity.Block,
                Scep with
                {
                    AuthorityThumbprint = "a9:4a:8f:e5:cc:b1:9b:a6:1c:4c:08:73:d3:91:e9:87:98:2f:bb:d3",
                },
                "A94A8FE5CCB19BA61C4C0873D391E987982FBBD3"
            ),
            Request("CERT-28", ".validFor", Severity.Block, Scep with { ValidFor = "4000" }),
            Request("CERT-28", ".retries", Severity.Block, Scep with { Retries = "31" }),
            Request("CERT-28", ".retryMinutes", Severity.Block, Scep with { RetryMinutes = "0" }),
            Request("CERT-29", ".challenge", Severity.Warn, Scep),
            Request("CERT-31", ".otherNames[0]", Severity.Block, Scep with { OtherNames = ["anna@contoso.com"] }),
            Request("CERT-32", ".authorityThumbprint", Severity.Note, Scep),
            Bad("CERT-30", "scep[1]", Severity.Block, new() { Scep = [Scep, Scep with { Name = "The same" }] }),
        ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_ReportsOnlyPermanentWarningsForValidCertificates()
    {
        var review = PolicyValidator.Validate(new WrittenPolicy { Certificates = All }, SamplePolicies.Context);

        Assert.Equal(["CERT-12", "CERT-29"], review.Findings.Select(f => f.Code).Order());
        Assert.NotNull(review.Valid);
    }

    [Theory]
    [InlineData("certificates.pfx[0].file", 1)]
    [InlineData("certificates.pfx[0].password", 2)]
    [InlineData("certificates.scep[0].challenge", 3)]
    public void Validate_BlocksSecretThatIsNotStored(string field, int missing)
    {
        var known = new[] { PfxSecret.Id, Password.Id, Challenge.Id }.Where((_, i) => i != missing - 1).ToHashSet();
        var review = PolicyValidator.Validate(
            new WrittenPolicy { Certificates = All },
            SamplePolicies.Context with
            {
                KnownSecrets = known,
            }
        );

        var finding = Assert.Single(review.Findings, f => f.Code == "SEC-01");
        Assert.Equal((field, Severity.Block), (finding.Field, finding.Severity));
    }

    [Fact]
    public void Validate_SkipsSecretCheckWhenStoredSecretsAreUnknown()
    {
        var offline = PolicyValidator.Validate(
            new WrittenPolicy { Certificates = All },
            SamplePolicies.Context with
            {
                KnownSecrets = null,
            }
        );

        Assert.DoesNotContain(offline.Findings, f => f.Code == "SEC-01");
    }

    private static TrustedCertificate Of(byte[] der) => TrustedCertificate.From("a.cer", der);

    private static BadValue Trusted(string code, Severity severity, TrustedCertificate row) =>
        Bad(code, "trusted[0]", severity, new() { Trusted = [row] });

    private static BadValue Request(string code, string field, Severity severity, ScepCertificate row, string? suggestion = null) =>
        Bad(code, $"scep[0]{field}", severity, new() { Scep = [row] }) with
        {
            Suggestion = suggestion,
        };

    private static BadValue Bad(string code, string field, Severity severity, CertificatesSettings settings) =>
        new(code, $"certificates.{field}", severity, new WrittenPolicy { Certificates = settings });
}
