using CsCheck;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.HelloPin;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.Versions.Impact;
using MamConsole.Tests.PolicyEngine.Certificates;
using MamConsole.Tests.PolicyEngine.Connectivity;

namespace MamConsole.Tests.PolicyEngine.Versions.Impact;

public sealed class PolicyImpactsTests
{
    private const int Windows23H2 = 22631,
        Windows24H2 = 26100,
        Windows1703 = 15063;

    private static readonly AppRule.DesktopApp Notepad = SamplePolicies.Notepad with { Name = "Notepad" };
    private static readonly AppRule.StoreApp Edge = SamplePolicies.EdgeLegacy with { Name = "Edge" };

    private static readonly WrittenPolicy Base = new()
    {
        DeviceLock = new DeviceLockSettings { LockRequired = true, LockAfterMinutes = "30" },
        InformationProtection = new InformationProtectionSettings { Mode = ProtectionMode.Silent },
        AppRules = new AppRulesSettings { Allowed = [Notepad, Edge] },
    };

    private static readonly WifiProfile.ByForm Network = SampleProfiles.Office with { Name = "Head office" };

    private static readonly WrittenPolicy StricterLock = Base with { DeviceLock = Base.DeviceLock with { LockAfterMinutes = "15" } };

    /// <summary>One change and its sentence for one PC that can apply it.</summary>
    public static TheoryData<string, string> Changes =>
        new()
        {
            { "lock 15", "1 PC gets a stricter lock." },
            { "lock 60", "1 PC gets a less strict lock." },
            { "lock off", "1 PC loses the lock." },
            { "lock mixed", "1 PC gets a lock that is partly stricter, partly less strict." },
            { "history 0", "1 PC gets a lock with the same effect." },
            { "mode block", "1 PC gets stricter protection." },
            { "mode off", "1 PC loses the protection of work files." },
            { "without Notepad", "1 PC loses Notepad." },
            { "Notepad exempt", "1 PC lets Notepad open work data unprotected." },
            { "Notepad renamed", "1 PC gets app lists with the same effect." },
            { "Notepad denied", "1 PC loses Notepad and blocks Notepad." },
            { "old Office out", "1 PC blocks Office versions that cannot protect data." },
            { "line of business", "1 PC gets Contoso Field as a work app." },
            { "PIN 8", "1 PC gets stricter rules for the PIN." },
            { "no Hello", "1 PC loses Windows Hello." },
            { "link", "1 PC is offered the MDM handoff." },
            { "host", "1 PC gets more network locations that count as work." },
            { "network", "1 PC gets the network Head office." },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Count_DescribesEachChange(string change, string sentence) =>
        Assert.Equal(sentence, Count(Changed(change), new DeviceGroup(1, Windows23H2, 48, false, 1)).Sentence);

    [Fact]
    public void Count_NamesProfilesAndCertificates()
    {
        var with = Base with
        {
            Connectivity = new ConnectivitySettings { Wifi = [Network] },
            Certificates = CertificateSamples.All,
        };
        var limited = with with { Connectivity = new ConnectivitySettings { Wifi = [Network with { Cost = WifiCost.Limited }] } };

        Assert.Equal("1 PC gets changed settings for the network Head office.", Sentence(with, limited));
        Assert.Equal("1 PC loses the network Head office.", Sentence(with, with with { Connectivity = new ConnectivitySettings() }));
        var fewer = with with { Certificates = CertificateSamples.All with { Pfx = [], Scep = [] } };
        Assert.All(
            CertificateSamples.All.Pfx.Select(CertificatesWords.Title).Concat(CertificateSamples.All.Scep.Select(CertificatesWords.Title)),
            name => Assert.Contains($"the certificate {name}", Sentence(with, fewer), StringComparison.Ordinal)
        );
        Assert.StartsWith(
            "1 PC loses trust in ",
            Sentence(with, with with { Certificates = CertificateSamples.All with { Trusted = [] } }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Count_CombinesEffectsInOneSentence()
    {
        var withoutNotepad = StricterLock with { AppRules = Base.AppRules with { Allowed = [Edge] } };
        var documents = new Dictionary<long, WrittenPolicy> { [1] = Base, [2] = Base with { AppRules = withoutNotepad.AppRules } };

        var forecast = PolicyImpacts.Count(
            [
                new(2, Windows23H2, 48, false, 35),
                new(1, Windows23H2, 48, false, 2),
                new(1, Windows24H2, 48, false, 5),
                new(1, Windows23H2, 48, true, 1),
            ],
            documents,
            withoutNotepad,
            unassigned: 3
        );

        Assert.Equal(
            "3 PCs no longer get this policy, 3 lose Notepad, 43 get a stricter lock, 5 cannot enforce its WIP settings; more effects are "
                + "listed below.",
            forecast.Sentence
        );
        Assert.Equal((43, 0), (forecast.Devices, forecast.Unchanged));
        Assert.Equal([3, 3, 5, 43, 1], forecast.Rows.Select(row => row.Devices));
        Assert.Equal(
            ["Maximum inactivity time until lock: 30 minutes → 15 minutes"],
            forecast.Rows.Single(row => row.Words == "get a stricter lock").Details
        );
    }

    [Fact]
    public void Count_ReportsPcsThatCannotEnforceProtection()
    {
        var forecast = Count(
            Base with
            {
                InformationProtection = Base.InformationProtection with { Mode = ProtectionMode.Block },
            },
            new(1, Windows23H2, 48, false, 37),
            new(1, Windows24H2, 48, false, 5)
        );

        Assert.Equal("37 PCs get stricter protection, 5 cannot enforce any of it.", forecast.Sentence);
        Assert.Equal(StrictnessChange.NotEnforced, forecast.Rows[0].StrictnessChange);
        Assert.Equal(["get stricter protection"], forecast.Rows[0].Details);
    }

    [Fact]
    public void Count_ReportsNoLossOnPcsThatNeverProtected()
    {
        var forecast = Count(
            Base with
            {
                InformationProtection = Base.InformationProtection with { Mode = ProtectionMode.Off },
            },
            new DeviceGroup(1, Windows24H2, 48, false, 4)
        );

        Assert.Equal(("Nothing changes on the 4 PCs that get this.", 4), (forecast.Sentence, forecast.Unchanged));
    }

    [Fact]
    public void Count_ReportsNotEnforcedWhenWindowsIsOlderThanNode() =>
        Assert.Equal(
            "1 PC cannot enforce any of it.",
            Count(
                Base with
                {
                    InformationProtection = Base.InformationProtection with { LostContactDays = "30" },
                },
                new DeviceGroup(1, Windows1703, 48, false, 1)
            ).Sentence
        );

    [Fact]
    public void Count_ReportsBoundaryAsUncertainOnHomeEdition() =>
        Assert.Equal(
            "2 PCs get more network locations that count as work and may not accept the network boundary (Home edition).",
            Count(Changed("host"), new DeviceGroup(1, Windows23H2, 101, false, 2)).Sentence
        );

    [Fact]
    public void Count_ReportsStalePcBesideItsEffect() =>
        Assert.Equal(
            "1 PC gets a stricter lock and has not been seen for a long time and gets it at its next check-in.",
            Count(StricterLock, new DeviceGroup(1, Windows23H2, 48, true, 1)).Sentence
        );

    [Fact]
    public void Count_ReportsWhenNoPcOrNoEffectExists()
    {
        Assert.Equal("No PC gets this now.", Count(StricterLock).Sentence);
        Assert.Equal("Nothing changes on the one PC that gets this.", Count(Base, new DeviceGroup(1, null, null, true, 1)).Sentence);
        Assert.Equal(
            "2 PCs no longer get this policy.",
            PolicyImpacts.Count([], new Dictionary<long, WrittenPolicy>(), Base, unassigned: 2).Sentence
        );
    }

    [Fact]
    public void Count_ReportsEverythingForPcWithoutPolicy() =>
        Assert.Equal(
            "1 PC gets protection of work files, gets a lock and gets Notepad and Edge as work apps.",
            Count(Base, new DeviceGroup(0, Windows23H2, 48, false, 1)).Sentence
        );

    [Fact]
    public void Count_IgnoresCommentsAndAssignment() =>
        Assert.Equal(
            1,
            Count(
                Base with
                {
                    Comments = FieldComments.Of(new FieldComment(FieldComments.WholePolicy, "So")),
                    Assignment = new() { To = MamConsole.PolicyEngine.Assignment.AssignmentKind.Everyone },
                },
                new DeviceGroup(1, Windows23H2, 48, false, 1)
            ).Unchanged
        );

    [Fact]
    public void Count_CountsEveryPcAsUnchangedOrAffected() =>
        Gen.Select(
                PolicyGen.Policy,
                PolicyGen.Policy,
                Gen.OneOf<int?>(null, Windows1703, Windows23H2, Windows24H2),
                Gen.OneOf<int?>(null, 48, 101),
                (from, to, build, edition) => (from, to, build, edition)
            )
            .Sample(
                x =>
                {
                    var forecast = PolicyImpacts.Count(
                        [new DeviceGroup(1, x.build, x.edition, false, 7)],
                        new Dictionary<long, WrittenPolicy> { [1] = x.from },
                        x.to
                    );
                    Assert.Equal(forecast.Unchanged == 0, forecast.Rows.Count > 0);
                    Assert.All(forecast.Rows, row => Assert.Equal(7, row.Devices));
                    Assert.Equal(forecast.Rows.Count, forecast.Rows.Select(row => row.Words).Distinct().Count());
                },
                iter: Iterations.Of(500)
            );

    [Fact]
    public void Count_ReturnsNoEffectForSamePolicy() =>
        PolicyGen.Policy.Sample(
            policy =>
                Assert.Empty(
                    PolicyImpacts
                        .Count([new DeviceGroup(1, Windows23H2, 48, true, 3)], new Dictionary<long, WrittenPolicy> { [1] = policy }, policy)
                        .Rows
                ),
            iter: Iterations.Of(100)
        );

    private static ImpactForecast Count(WrittenPolicy to, params DeviceGroup[] groups) =>
        PolicyImpacts.Count(groups, new Dictionary<long, WrittenPolicy> { [1] = Base }, to);

    private static string Sentence(WrittenPolicy from, WrittenPolicy to) =>
        PolicyImpacts
            .Count([new DeviceGroup(1, Windows23H2, 48, false, 1)], new Dictionary<long, WrittenPolicy> { [1] = from }, to)
            .Sentence;

    private static WrittenPolicy Changed(string change) =>
        change switch
        {
            "lock 15" => StricterLock,
            "lock 60" => Base with { DeviceLock = Base.DeviceLock with { LockAfterMinutes = "60" } },
            "lock off" => Base with { DeviceLock = new DeviceLockSettings { LockRequired = false } },
            "lock mixed" => Base with { DeviceLock = Base.DeviceLock with { LockAfterMinutes = "60", History = "5" } },
            "history 0" => Base with { DeviceLock = Base.DeviceLock with { History = "0" } },
            "mode block" => Base with { InformationProtection = Base.InformationProtection with { Mode = ProtectionMode.Block } },
            "mode off" => Base with { InformationProtection = Base.InformationProtection with { Mode = ProtectionMode.Off } },
            "without Notepad" => Apps(Edge),
            "Notepad exempt" => Apps(Edge) with
            {
                AppRules = new AppRulesSettings { Allowed = [Edge], Exempt = [Notepad] },
            },
            "Notepad renamed" => Apps(Notepad with { Name = "Editor" }, Edge),
            "Notepad denied" => Apps(Notepad with { Deny = true }, Edge),
            "old Office out" => Base with { AppRules = Base.AppRules with { UseRecommendedDenyRules = true } },
            "line of business" => Apps(Notepad, Edge, SamplePolicies.LineOfBusiness with { Name = "Contoso Field" }),
            "PIN 8" => Base with { HelloPin = new HelloPinSettings { MinimumLength = "8" } },
            "no Hello" => Base with { HelloPin = new HelloPinSettings { UsePassportForWork = false } },
            "network" => Base with { Connectivity = new ConnectivitySettings { Wifi = [Network] } },
            "link" => Base with { Handoff = new HandoffSettings { DiscoveryUrl = "https://mdm.contoso.com/x" } },
            _ => Base with { NetworkBoundary = Base.NetworkBoundary with { CloudResources = [new() { Host = "a.example" }] } },
        };

    private static WrittenPolicy Apps(params AppRule[] allowed) => Base with { AppRules = new AppRulesSettings { Allowed = [.. allowed] } };
}
