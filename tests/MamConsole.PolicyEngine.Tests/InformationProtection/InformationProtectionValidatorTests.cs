using System.Security.Cryptography.X509Certificates;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.InformationProtection;

namespace MamConsole.Tests.PolicyEngine.InformationProtection;

public sealed class InformationProtectionValidatorTests
{
    private static readonly WrittenPolicy Clean = SamplePolicies.Clean;

    public static TheoryData<BadValue> Modes =>
        [
            Bad("W-MODE-01", "mode", Severity.Block, s => s with { Mode = (ProtectionMode)4 }),
            Bad("W-MODE-02", "mode", Severity.Danger, s => s with { Mode = ProtectionMode.Off }) with
            {
                Last = Clean,
            },
            Bad("W-MODE-02", "mode", Severity.Danger, s => s with { Mode = null }) with
            {
                Last = Clean,
            },
            Bad("W-MODE-03", "mode", Severity.Warn, s => s with { Mode = ProtectionMode.Block }),
            new BadValue("W-MODE-04", "informationProtection.mode", Severity.Block, Clean with { AppRules = new() }),
            new BadValue(
                "W-MODE-04",
                "informationProtection.mode",
                Severity.Block,
                Clean with
                {
                    AppRules = new() { Allowed = [SamplePolicies.Notepad with { Deny = true }] },
                }
            ),
        ];

    public static TheoryData<BadValue> Ids =>
        [
            Id("W-ID-01", "enterpriseIds", []),
            Id("W-ID-01", "enterpriseIds[1]", ["contoso.com", "", "fabrikam.com"]),
            Id("W-ID-02", "enterpriseIds[0]", ["contoso.com, fabrikam.com"]),
            Id("W-ID-02", "enterpriseIds[0]", ["contoso.com|fabrikam.com"]),
            Id("W-ID-02", "enterpriseIds[0]", [" contoso.com"], "contoso.com"),
            Id("W-ID-03", "enterpriseIds[0]", ["Contoso.com"], "contoso.com"),
            Id("W-ID-03", "enterpriseIds[0]", ["xn--bcher-kva.example"], "bücher.example"),
            Id("W-ID-04", "enterpriseIds[0]", ["@contoso.com"], "contoso.com"),
            Id("W-ID-04", "enterpriseIds[0]", ["*.contoso.com"], "contoso.com"),
            Id("W-ID-04", "enterpriseIds[0]", ["contoso.com."], "contoso.com"),
            Id("W-ID-04", "enterpriseIds[0]", ["contoso"]),
            Id("W-ID-04", "enterpriseIds[0]", ["con_toso.com"]),
            Id("W-ID-04", "enterpriseIds[0]", ["-contoso.com"]),
            Id("W-ID-04", "enterpriseIds[0]", ["https://Contoso.com/portal"], "contoso.com"),
            Id("W-ID-04", "enterpriseIds[0]", [new string('a', 64) + ".com"]),
            Id("W-ID-04", "enterpriseIds[0]", [string.Join('.', Enumerable.Repeat("abcdefghi", 26))]),
            Id("W-ID-04", "enterpriseIds[0]", ["10.0.0.1"]),
            Id("W-ID-05", "enterpriseIds[1]", ["a.example", "a.example"]),
            Id("W-ID-06", "enterpriseIds[0]", ["contoso.net"], "contoso.com") with
            {
                Last = WithIds("contoso.com"),
            },
            Id("W-ID-06", "enterpriseIds[0]", ["b.example", "a.example", "c.example"]) with
            {
                Last = WithIds("a.example", "b.example", "c.example"),
            },
            Id("W-ID-06", "enterpriseIds", []) with
            {
                Last = WithIds("contoso.com"),
            },
            Id("W-ID-06", "enterpriseIds[0]", ["contoso.net"]) with
            {
                Last = Off(WithIds("contoso.com")),
                Severity = Severity.Warn,
            },
            Id("W-ID-07", "enterpriseIds[0]", ["gmail.com"]) with
            {
                Severity = Severity.Warn,
                VerifiedDomains = ["contoso.com", "contoso.onmicrosoft.com"],
            },
            Id("W-ID-08", "enterpriseIds[1]", ["contoso.com", "outlook.com"]) with
            {
                Severity = Severity.Warn,
            },
            Id("W-ID-03", "enterpriseIds[0]", ["straße.example"]) with
            {
                Severity = Severity.Warn,
            },
            Id("W-ID-10", "enterpriseIds", ["a.example", "c.example", "b.example"]) with
            {
                Last = WithIds("a.example", "b.example", "c.example"),
                Severity = Severity.Note,
            },
        ];

    public static TheoryData<BadValue> Certificates =>
        [
            Certificate(
                "W-DRA-01",
                Severity.Block,
                new() { FileName = "recovery.cer", Content = Convert.ToBase64String("no certificate"u8) }
            ),
            Certificate("W-DRA-01", Severity.Block, new() { FileName = "recovery.cer", Content = "not base64" }),
            Certificate("W-DRA-01", Severity.Block, new() { FileName = "empty.cer" }),
            Certificate("W-DRA-01", Severity.Block, new() { FileName = "recovery.pfx", Content = Convert.ToBase64String(Pfx()) }),
            Certificate("W-DRA-01", Severity.Block, UploadedCertificate.From("recovery.pfx", Pfx())),
            Certificate("W-DRA-02", Severity.Block, SamplePolicies.Upload(SamplePolicies.Certificate(daysLeft: -1))),
            Certificate("W-DRA-02", Severity.Block, SamplePolicies.Upload(SamplePolicies.Certificate(age: -1))),
            Certificate("W-DRA-03", Severity.Warn, SamplePolicies.Upload(SamplePolicies.Certificate(daysLeft: 20))),
            Certificate("W-DRA-04", Severity.Warn, SamplePolicies.Upload(SamplePolicies.Certificate(usage: "1.3.6.1.5.5.7.3.1"))),
            Certificate("W-DRA-04", Severity.Warn, SamplePolicies.Upload(SamplePolicies.Certificate(bits: 1024))),
            Certificate("W-DRA-06", Severity.Warn, null),
            Certificate("W-DRA-07", Severity.Note, SamplePolicies.Upload()) with
            {
                Last = Clean,
            },
            Bad("W-DRA-07", "recoveryCertificate", Severity.Note, s => s) with
            {
                Last = With("CN=Old"),
            },
            Bad(
                "W-DRA-05",
                "furtherRecoveryCertificates[0]",
                Severity.Block,
                s => s with { FurtherRecoveryCertificates = [s.RecoveryCertificate!] }
            ),
            Bad(
                "W-DRA-01",
                "furtherRecoveryCertificates[0]",
                Severity.Block,
                s => s with { FurtherRecoveryCertificates = [new() { FileName = "x.cer" }] }
            ),
            Bad(
                "W-DRA-03",
                "furtherRecoveryCertificates[0]",
                Severity.Warn,
                s => s with { FurtherRecoveryCertificates = [SamplePolicies.Upload(SamplePolicies.Certificate(daysLeft: 20))] }
            ),
            Certificate("W-DRA-08", Severity.Block, null) with
            {
                Last = Clean,
            },
            Certificate("W-DRA-08", Severity.Block, null, s => s with { Mode = ProtectionMode.Off }) with
            {
                Last = Clean,
            },
            Certificate(
                "W-DRA-02",
                Severity.Warn,
                SamplePolicies.Upload(SamplePolicies.Certificate(daysLeft: -1)),
                s => s with { Mode = ProtectionMode.Off }
            ) with
            {
                Last = Clean,
            },
        ];

    public static TheoryData<BadValue> Others =>
        [
            Bad("W-RMS-02", "rmsTemplateId", Severity.Block, s => s with { AzureRms = true, RmsTemplateId = "Confidential" }),
            Bad("W-RMS-03", "rmsTemplateId", Severity.Block, s => s with { RmsTemplateId = "c1b8dbd3-1b1c-4c4b-9d5c-2f3a1f6f0a11" }),
            Bad(
                "W-RMS-04",
                "rmsTemplateId",
                Severity.Warn,
                s => s with { AzureRms = true, RmsTemplateId = "c1b8dbd3-1b1c-4c4b-9d5c-2f3a1f6f0a11" }
            ),
            Bad("W-SMB-01", "smbExtensions[0]", Severity.Block, s => s with { SmbExtensions = ["*.docx,*.pdf"] }),
            Bad("W-SMB-01", "smbExtensions[0]", Severity.Block, s => s with { SmbExtensions = ["*.docx"] }) with
            {
                Suggestion = "docx",
            },
            Bad("W-SMB-02", "smbExtensions[1]", Severity.Block, s => s with { SmbExtensions = ["docx", ".DOCX"] }),
            new BadValue(
                "W-SMB-03",
                "informationProtection.smbExtensions",
                Severity.Warn,
                Clean with
                {
                    InformationProtection = Clean.InformationProtection with { SmbExtensions = ["docx"] },
                    NetworkBoundary = Clean.NetworkBoundary with { IpRanges = [] },
                }
            ),
            Bad("W-REV-02", "revokeOnUnenroll", Severity.Warn, s => s with { RevokeOnUnenroll = false }),
            Bad("W-REV-04", "revokeOnMdmHandoff", Severity.Warn, s => s with { RevokeOnMdmHandoff = false }),
            new BadValue(
                "W-REV-05",
                "informationProtection.revokeOnMdmHandoff",
                Severity.Warn,
                Clean with
                {
                    Handoff = new() { DiscoveryUrl = "https://mdm.contoso.example/Discovery.svc" },
                }
            ),
            Bad("W-REV-06", "lostContactDays", Severity.Warn, s => s with { LostContactDays = "6" }),
            Bad("W-REV-06", "lostContactDays", Severity.Block, s => s with { LostContactDays = "0" }),
            Bad("W-REV-07", "lostContactDays", Severity.Note, s => s with { LostContactDays = "30", RevokeOnUnenroll = false }),
        ];

    [Theory]
    [MemberData(nameof(Modes))]
    [MemberData(nameof(Ids))]
    [MemberData(nameof(Certificates))]
    [MemberData(nameof(Others))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_AcceptsCleanPolicy()
    {
        var review = PolicyValidator.Validate(Clean, SamplePolicies.Context);

        Assert.Empty(review.Findings);
        Assert.NotNull(review.Valid);
    }

    [Fact]
    public void Validate_ChecksVerifiedDomainsOnlyWhenTheyAreKnown()
    {
        var facts = SamplePolicies.Context.Tenant;

        Assert.DoesNotContain(PolicyValidator.Validate(WithIds("gmail.com"), SamplePolicies.Context).Findings, f => f.Code == "W-ID-07");
        Assert.DoesNotContain(
            PolicyValidator
                .Validate(
                    WithIds("bücher.example"),
                    SamplePolicies.Context with
                    {
                        Tenant = facts with { VerifiedDomains = ["xn--bcher-kva.example", "bücher.example"] },
                    }
                )
                .Findings,
            f => f.Code == "W-ID-07"
        );
    }

    [Fact]
    public void Validate_AllowsRemovalOfOneOfSeveralRecoveryCertificates()
    {
        var last = Clean with
        {
            InformationProtection = Clean.InformationProtection.WithRecovery([
                .. Clean.InformationProtection.RecoveryCertificates,
                SamplePolicies.Upload(SamplePolicies.Certificate(name: "CN=Old")),
            ]),
        };

        var review = PolicyValidator.Validate(Clean, SamplePolicies.Context with { LastPublished = last });

        Assert.Equal(["W-DRA-07"], review.Findings.Select(f => f.Code));
    }

    [Fact]
    public void UploadedCertificate_RejectsPrivateKeyEvenInDraft()
    {
        var upload = UploadedCertificate.From("recovery.pfx", Pfx());

        Assert.Equal("", upload.Content);
        Assert.Contains("private key", upload.RejectionReason, StringComparison.Ordinal);
        Assert.Null(SamplePolicies.Upload().RejectionReason);
    }

    [Fact]
    public void Validate_WarnsOfTemplateOnlyWhenItChanges()
    {
        var policy = Clean with
        {
            InformationProtection = Clean.InformationProtection with
            {
                AzureRms = true,
                RmsTemplateId = "c1b8dbd3-1b1c-4c4b-9d5c-2f3a1f6f0a11",
            },
        };

        Assert.DoesNotContain(
            PolicyValidator.Validate(policy, SamplePolicies.Context with { LastPublished = policy }).Findings,
            f => f.Code == "W-RMS-04"
        );
    }

    [Fact]
    public void Validate_AllowsOtherPrimaryIdAfterModeIsOff()
    {
        var last = WithIds("contoso.com");
        var off = Off(last);
        var next = WithIds("contoso.net");

        Assert.NotNull(PolicyValidator.Validate(off, SamplePolicies.Context with { LastPublished = last }).Valid);
        Assert.NotNull(PolicyValidator.Validate(next, SamplePolicies.Context with { LastPublished = off }).Valid);
    }

    private static byte[] Pfx()
    {
        using var certificate = SamplePolicies.SelfSigned();
        return certificate.Export(X509ContentType.Pfx, "secret");
    }

    private static BadValue Bad(
        string code,
        string field,
        Severity severity,
        Func<InformationProtectionSettings, InformationProtectionSettings> spoil
    ) => new(code, $"informationProtection.{field}", severity, Clean with { InformationProtection = spoil(Clean.InformationProtection) });

    private static BadValue Id(string code, string field, string[] ids, string? suggestion = null) =>
        Bad(code, field, Severity.Block, s => s with { EnterpriseIds = [.. ids] }) with
        {
            Suggestion = suggestion,
        };

    private static BadValue Certificate(
        string code,
        Severity severity,
        UploadedCertificate? file,
        Func<InformationProtectionSettings, InformationProtectionSettings>? also = null
    ) => Bad(code, "recoveryCertificate", severity, s => (also ?? (x => x))(s with { RecoveryCertificate = file }));

    private static WrittenPolicy With(string certificate) =>
        Clean with
        {
            InformationProtection = Clean.InformationProtection with
            {
                RecoveryCertificate = SamplePolicies.Upload(SamplePolicies.Certificate(name: certificate)),
            },
        };

    private static WrittenPolicy WithIds(params string[] ids) =>
        Clean with
        {
            InformationProtection = Clean.InformationProtection with { EnterpriseIds = [.. ids] },
        };

    private static WrittenPolicy Off(WrittenPolicy policy) =>
        policy with
        {
            InformationProtection = policy.InformationProtection with { Mode = ProtectionMode.Off },
        };
}
