using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HandoffReadiness;
using MamConsole.PolicyEngine.InformationProtection;

namespace MamConsole.Tests.PolicyEngine.Handoff;

/// <summary>
/// Tests the checklist before an MDM handoff is offered: four items, one sentence, and the decisive rows (docs/reference/handoff.md §5).
/// </summary>
public sealed class HandoffCheckTests
{
    private static readonly WrittenPolicy Offering = SamplePolicies.Clean with
    {
        InformationProtection = SamplePolicies.Clean.InformationProtection with { RevokeOnMdmHandoff = false },
        Handoff = new()
        {
            DiscoveryUrl = "https://mdm.contoso.example/EnrollmentServer/Discovery.svc",
            WipInMdm = true,
            MdmEnterpriseId = "northwind.example",
        },
    };

    /// <summary>3 PCs with a Home edition and 22 others, of which 12 confirmed.</summary>
    private static readonly FleetFacts Mixed = Fleet(new(true, false, false, 3), new(false, false, true, 12), new(false, false, false, 10));

    public static TheoryData<string, CheckState, WrittenPolicy, FleetFacts?> Items =>
        new()
        {
            { "editions", CheckState.Unknown, Offering, null },
            { "editions", CheckState.Unknown, Offering, FleetFacts.Nobody },
            { "editions", CheckState.Bad, Offering, Mixed },
            { "editions", CheckState.Attention, Offering with { InformationProtection = new() }, Mixed },
            { "editions", CheckState.Good, Offering, Fleet(new FleetGroup(false, false, true, 5)) },
            { "editions", CheckState.Unknown, Offering, Fleet(new FleetGroup(false, false, true, 5)) with { UnknownEditions = 1 } },
            { "protection", CheckState.Good, Offering, Mixed },
            { "protection", CheckState.Bad, Mdm(s => s with { WipInMdm = false }), Mixed },
            {
                "protection",
                CheckState.Attention,
                Protecting(s => s with { RevokeOnUnenroll = false }, Mdm(s => s with { WipInMdm = false })),
                Mixed
            },
            { "protection", CheckState.Unknown, Mdm(s => s with { WipInMdm = null }), Mixed },
            { "protection", CheckState.Good, Offering with { InformationProtection = new() }, Mixed },
            { "id", CheckState.Good, Mdm(s => s with { MdmEnterpriseId = "Northwind.example|other.example" }), Mixed },
            { "id", CheckState.Bad, Mdm(s => s with { MdmEnterpriseId = "tailspin.example" }), Mixed },
            { "id", CheckState.Unknown, Mdm(s => s with { MdmEnterpriseId = "" }), Mixed },
            { "id", CheckState.Unknown, Protecting(s => s with { EnterpriseIds = [] }, Offering), Mixed },
            { "keys", CheckState.Attention, Offering, Mixed },
            { "keys", CheckState.Bad, Protecting(s => s with { RevokeOnMdmHandoff = null }, Offering), Mixed },
            { "keys", CheckState.Good, Offering, Fleet(new FleetGroup(false, false, true, 5)) },
            { "keys", CheckState.Unknown, Offering, null },
        };

    [Theory]
    [MemberData(nameof(Items))]
    public void Items_ReportStateOfEachCheck(string key, CheckState state, WrittenPolicy policy, FleetFacts? fleet)
    {
        var check = HandoffCheck.Of(policy, fleet);

        Assert.Equal(["editions", "protection", "id", "keys"], check.Items.Select(item => item.Key));
        Assert.Equal(state, check.Items.Single(item => item.Key == key).State);
        Assert.All(check.Items, item => Assert.NotEmpty(item.Words));
    }

    [Fact]
    public void Sentence_CountsPcsByEffectOnWorkFiles()
    {
        var check = HandoffCheck.Of(Offering, Mixed);

        Assert.Equal(
            "If a user follows the link now: work files are retained on 12 PCs, wiped on 10 PCs and lost because WIP ends on 3 PCs with a "
                + "Home edition. The 13 PCs that have not confirmed do not get the link until that confirmation.",
            check.Sentence
        );
        Assert.Equal([("H03", 3), ("H10", 10), ("H12", 12)], check.Rows.Select(row => (row.Verdict.Row, row.Devices)));
        Assert.Equal(
            "Read back as 0 on 12 of 25 PCs. The others confirm at their next check-in.",
            check.Items.Single(item => item.Key == "keys").Words
        );
        Assert.Equal(
            "3 Home, 22 Pro or above. Home editions lose WIP under MDM, and with it their work files: assign them a policy without this "
                + "offer.",
            check.Items[0].Words
        );
    }

    [Fact]
    public void Sentence_IsConditionalWithoutOffer()
    {
        var check = HandoffCheck.Of(
            Offering with
            {
                Handoff = Offering.Handoff with { DiscoveryUrl = " " },
            },
            Fleet(new FleetGroup(false, false, true, 1))
        );

        Assert.False(check.IsOffered);
        Assert.Equal("If you offered the MDM handoff and a user accepted it now: work files are retained on 1 PC.", check.Sentence);
    }

    [Fact]
    public void Sentence_GivesNoNumbersWhenPcsAreNotCounted()
    {
        var uncounted = HandoffCheck.Of(Offering, null);
        var nobody = HandoffCheck.Of(Offering, FleetFacts.Nobody);

        Assert.Equal((null, 0), (uncounted.Devices, uncounted.Rows.Count));
        Assert.Equal("The PCs were not counted, so the effect of an MDM handoff on work files is not known.", uncounted.Sentence);
        Assert.Equal("No PC gets this policy yet, so an MDM handoff would affect no work files.", nobody.Sentence);
    }

    public static TheoryData<string, FleetGroup, WrittenPolicy> Rows =>
        new()
        {
            { "H02", new(false, true, false, 1), Offering },
            { "H03", new(true, false, true, 1), Offering },
            { "H04", new(true, false, false, 1), Offering with { InformationProtection = new() } },
            { "H05", new(false, false, false, 1), Offering with { InformationProtection = new() } },
            { "H06", new(false, false, true, 1), Mdm(s => s with { WipInMdm = false }) },
            {
                "H07",
                new(false, false, true, 1),
                Protecting(s => s with { RevokeOnUnenroll = false }, Mdm(s => s with { WipInMdm = false }))
            },
            { "H08", new(false, false, true, 1), Mdm(s => s with { MdmEnterpriseId = "tailspin.example" }) },
            {
                "H09",
                new(false, false, true, 1),
                Protecting(s => s with { RevokeOnUnenroll = false }, Mdm(s => s with { MdmEnterpriseId = "tailspin.example" }))
            },
            { "H10", new(false, false, false, 1), Offering },
            { "H11", new(false, false, false, 1), Protecting(s => s with { RevokeOnUnenroll = false }, Offering) },
            { "H12", new(false, false, true, 1), Offering },
            { "H13", new(false, false, true, 1), Protecting(s => s with { RevokeOnUnenroll = false }, Offering) },
            { "H14", new(false, false, true, 1), Mdm(s => s with { WipInMdm = null }) },
            { "H15", new(false, false, false, 1), Mdm(s => s with { WipInMdm = null }) },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Rows_CoverEveryRowOfTableExceptFirst(string row, FleetGroup group, WrittenPolicy policy) =>
        Assert.Equal(
            (row, 1),
            (HandoffCheck.Of(policy, Fleet(group)).Rows.Single().Verdict.Row, HandoffCheck.Of(policy, Fleet(group)).Rows.Single().Devices)
        );

    private static FleetFacts Fleet(params FleetGroup[] groups) =>
        new(groups.Sum(g => g.Devices), groups.Where(g => g.IsHome).Sum(g => g.Devices))
        {
            Groups = [.. groups],
            RetainKeysOnHandoff = groups.Where(g => g.RetainsKeys).Sum(g => g.Devices),
            TooOld = groups.Where(g => g.IsTooOld).Sum(g => g.Devices),
        };

    private static WrittenPolicy Mdm(Func<HandoffSettings, HandoffSettings> change) => Offering with { Handoff = change(Offering.Handoff) };

    private static WrittenPolicy Protecting(
        Func<InformationProtectionSettings, InformationProtectionSettings> change,
        WrittenPolicy policy
    ) => policy with { InformationProtection = change(policy.InformationProtection) };
}
