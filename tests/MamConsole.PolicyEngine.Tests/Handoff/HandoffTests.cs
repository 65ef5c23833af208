using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.InformationProtection;
using WorkFiles = MamConsole.PolicyEngine.Handoff.WorkFiles;

namespace MamConsole.Tests.PolicyEngine.Handoff;

public sealed class HandoffTests
{
    private const string Mdm = "https://mdm.contoso.example/EnrollmentServer/Discovery.svc";

    /// <summary>The target configuration, which is row H12.</summary>
    private static readonly HandoffFacts Good = new(true, false, 22631, true, true, "contoso.com", "contoso.com", false, true);

    private static readonly WrittenPolicy Offering = SamplePolicies.Clean with
    {
        InformationProtection = SamplePolicies.Clean.InformationProtection with { RevokeOnMdmHandoff = false },
        Handoff = new()
        {
            DiscoveryUrl = Mdm,
            WipInMdm = true,
            MdmEnterpriseId = "northwind.example",
        },
    };

    public static TheoryData<string, WorkFiles, HandoffSeverity, HandoffFacts> Rows =>
        new()
        {
            { "H01", WorkFiles.Unchanged, HandoffSeverity.Info, Good with { LinkOffered = false, IsHome = true } },
            { "H02", WorkFiles.Unchanged, HandoffSeverity.Error, Good with { OsBuild = 14393, IsHome = true } },
            { "H03", WorkFiles.Lost, HandoffSeverity.Error, Good with { IsHome = true } },
            { "H04", WorkFiles.NothingToLose, HandoffSeverity.Warning, Good with { IsHome = true, WipInMam = false } },
            { "H05", WorkFiles.NothingToLose, HandoffSeverity.Ok, Good with { WipInMam = false, WipInMdm = null } },
            { "H06", WorkFiles.Wiped, HandoffSeverity.Error, Good with { WipInMdm = false } },
            {
                "H06",
                WorkFiles.Wiped,
                HandoffSeverity.Error,
                Good with
                {
                    WipInMdm = false,
                    RevokeOnUnenroll = null,
                    MdmEnterpriseId = null,
                }
            },
            { "H07", WorkFiles.Unprotected, HandoffSeverity.Warning, Good with { WipInMdm = false, RevokeOnUnenroll = false } },
            { "H08", WorkFiles.Wiped, HandoffSeverity.Error, Good with { MdmEnterpriseId = "fabrikam.com" } },
            { "H08", WorkFiles.Wiped, HandoffSeverity.Error, Good with { MamEnterpriseId = "a.example|contoso.com" } },
            { "H09", WorkFiles.Unknown, HandoffSeverity.Error, Good with { MdmEnterpriseId = "fabrikam.com", RevokeOnUnenroll = false } },
            { "H10", WorkFiles.Wiped, HandoffSeverity.Error, Good with { RevokeOnMdmHandoff = true } },
            { "H10", WorkFiles.Wiped, HandoffSeverity.Error, Good with { RevokeOnMdmHandoff = null, RevokeOnUnenroll = null } },
            { "H11", WorkFiles.Wiped, HandoffSeverity.Error, Good with { RevokeOnMdmHandoff = true, RevokeOnUnenroll = false } },
            { "H12", WorkFiles.Retained, HandoffSeverity.Ok, Good },
            { "H12", WorkFiles.Retained, HandoffSeverity.Ok, Good with { RevokeOnUnenroll = null, OsBuild = null } },
            { "H12", WorkFiles.Retained, HandoffSeverity.Ok, Good with { MdmEnterpriseId = " Contoso.com" } },
            {
                "H12",
                WorkFiles.Retained,
                HandoffSeverity.Ok,
                Good with
                {
                    MamEnterpriseId = "contoso.com|a.example",
                    MdmEnterpriseId = "contoso.com|b.example",
                }
            },
            { "H13", WorkFiles.Retained, HandoffSeverity.Warning, Good with { RevokeOnUnenroll = false } },
            { "H14", WorkFiles.Unknown, HandoffSeverity.Warning, Good with { WipInMdm = null } },
            { "H14", WorkFiles.Unknown, HandoffSeverity.Warning, Good with { WipInMdm = null, MdmEnterpriseId = "fabrikam.com" } },
            { "H14", WorkFiles.Unknown, HandoffSeverity.Warning, Good with { MdmEnterpriseId = "" } },
            { "H15", WorkFiles.Wiped, HandoffSeverity.Warning, Good with { WipInMdm = null, RevokeOnMdmHandoff = null } },
            { "H15", WorkFiles.Wiped, HandoffSeverity.Warning, Good with { MdmEnterpriseId = null, RevokeOnMdmHandoff = true } },
        };

    public static TheoryData<BadValue> BadValues =>
        [
            Url("HO-URL-01", Severity.Block, "http://mdm.contoso.com") with
            {
                Suggestion = "https://mdm.contoso.com",
            },
            Url("HO-URL-01", Severity.Block, "mdm.contoso.com"),
            Url("HO-URL-01", Severity.Block, "https://10.0.0.1/Discovery.svc"),
            Url("HO-URL-01", Severity.Block, "https://user@mdm.contoso.com/Discovery.svc"),
            Url("HO-URL-01", Severity.Block, "https://mdm.contoso.com/Discovery.svc#top"),
            Url("HO-URL-02", Severity.Warn, "https://portal.contoso.com/"),
            Url("HO-URL-04", Severity.Warn, "https://mdm.internal.lan/EnrollmentServer/Discovery.svc"),
            Url("HO-URL-04", Severity.Warn, "https://mdm/EnrollmentServer/Discovery.svc"),
            new BadValue("H02", "handoff.discoveryUrl", Severity.Warn, Offering) { Fleet = new FleetFacts(25, 0) { TooOld = 2 } },
            Url("HO-URL-03", Severity.Block, "https://MAM.contoso.example/mam/enroll"),
            new BadValue("HO-URL-05", "handoff.discoveryUrl", Severity.Note, SamplePolicies.Clean) { Last = Offering },
            new BadValue("HO-ED-01", "handoff.discoveryUrl", Severity.Block, Offering) { Fleet = new FleetFacts(25, 3) },
            new BadValue("HO-ID-01", "handoff.discoveryUrl", Severity.Block, Protecting(s => s with { EnterpriseIds = ["contoso.net"] }))
            {
                Last = Offering,
            },
            new BadValue("HO-ORD-01", "handoff.discoveryUrl", Severity.Note, Offering),
            new BadValue("HO-PIN-01", "handoff.discoveryUrl", Severity.Note, Offering with { DeviceLock = new() { MinimumLength = "8" } }),
            new BadValue(
                "W-ID-09",
                "handoff.mdmEnterpriseId",
                Severity.Warn,
                Offering with
                {
                    Handoff = Offering.Handoff with { MdmEnterpriseId = "Fabrikam.com" },
                }
            ),
            new BadValue(
                "W-ID-04",
                "handoff.mdmEnterpriseId",
                Severity.Block,
                Offering with
                {
                    Handoff = Offering.Handoff with { MdmEnterpriseId = "@fabrikam.com" },
                }
            )
            {
                Suggestion = "fabrikam.com",
            },
            new BadValue(
                "H06",
                "handoff.discoveryUrl",
                Severity.Block,
                Offering with
                {
                    Handoff = Offering.Handoff with { WipInMdm = false },
                }
            ),
            new BadValue(
                "H08",
                "handoff.discoveryUrl",
                Severity.Block,
                Offering with
                {
                    Handoff = Offering.Handoff with { MdmEnterpriseId = "fabrikam.com" },
                }
            ),
            new BadValue("H10", "handoff.discoveryUrl", Severity.Danger, Protecting(s => s with { RevokeOnMdmHandoff = null })),
            new BadValue("H10", "handoff.discoveryUrl", Severity.Danger, Protecting(s => s with { RevokeOnMdmHandoff = true })),
            new BadValue(
                "H11",
                "handoff.discoveryUrl",
                Severity.Danger,
                Protecting(s => s with { RevokeOnMdmHandoff = true, RevokeOnUnenroll = false })
            ),
            new BadValue("H13", "handoff.discoveryUrl", Severity.Warn, Protecting(s => s with { RevokeOnUnenroll = false })),
            new BadValue(
                "H14",
                "handoff.discoveryUrl",
                Severity.Warn,
                Offering with
                {
                    Handoff = Offering.Handoff with { WipInMdm = null },
                }
            ),
            new BadValue("H04", "handoff.discoveryUrl", Severity.Warn, new() { Handoff = new() { DiscoveryUrl = Mdm } })
            {
                Fleet = new FleetFacts(25, 3),
            },
        ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Decide_ReturnsFirstMatchingRow(string row, WorkFiles files, HandoffSeverity severity, HandoffFacts facts)
    {
        var verdict = HandoffTable.Decide(facts);

        Assert.Equal(
            (row, files, severity, row is not ("H01" or "H02")),
            (verdict.Row, verdict.WorkFiles, verdict.Severity, verdict.LinkShown)
        );
        Assert.NotEmpty(verdict.Message);
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_AcceptsTargetConfigurationOnceDevicesRetainKeys()
    {
        var last = Offering with { Handoff = new() };

        Assert.Empty(PolicyValidator.Validate(Offering, SamplePolicies.Context with { LastPublished = last }).Findings);
    }

    private static BadValue Url(string code, Severity severity, string url) =>
        new(code, "handoff.discoveryUrl", severity, Offering with { Handoff = Offering.Handoff with { DiscoveryUrl = url } });

    private static WrittenPolicy Protecting(Func<InformationProtectionSettings, InformationProtectionSettings> change) =>
        Offering with
        {
            InformationProtection = change(Offering.InformationProtection),
        };
}
