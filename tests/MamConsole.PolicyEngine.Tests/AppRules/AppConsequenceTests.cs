using System.Text.Json;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.Tests.PolicyEngine.AppRules;

/// <summary>Tests the effect of each row on a PC that is not enrolled in MDM, and the catalog of known apps.</summary>
public sealed class AppConsequenceTests
{
    private static readonly AppRule Notepad = SamplePolicies.Notepad;
    private static readonly AppRule SampleApp = SamplePolicies.LineOfBusiness;

    public static TheoryData<AppRule, bool, AppEffect, string> Rows =>
        new()
        {
            { Notepad, false, AppEffect.Protects, "protects" },
            { Notepad, true, AppEffect.Leaks, "may leak" },
            { Notepad with { Deny = true }, false, AppEffect.Denied, "blocked" },
            { Notepad with { Deny = true }, true, AppEffect.Denied, "not exempt" },
            { SampleApp, false, AppEffect.Ignored, "ignored unless marked" },
            { SampleApp, true, AppEffect.Leaks, "may leak" },
            {
                new AppRule.DesktopApp
                {
                    Publisher = KnownApps.DesktopPublisher,
                    Product = "MICROSOFT OFFICE",
                    Binary = "*",
                },
                false,
                AppEffect.Ignored,
                "some of them"
            },
            { Known("VISIO.EXE"), false, AppEffect.Wrong, "must be exempt" },
            { Known("VISIO.EXE"), true, AppEffect.Leaks, "may leak" },
            { Known("MSACCESS.EXE"), false, AppEffect.Ignored, "ignored" },
            { SamplePolicies.EdgeLegacy with { PackageName = "Microsoft.Windows.Cortana" }, false, AppEffect.Wrong, "advised against" },
            { SamplePolicies.EdgeLegacy with { PackageName = "Microsoft.Todos" }, false, AppEffect.Ignored, "ignored unless marked" },
            {
                new AppRule.FileAtPath { Path = @"C:\Apps\WINPROJ.EXE" },
                false,
                AppEffect.Wrong,
                "must be exempt"
            },
            {
                new AppRule.FileWithHash { FileName = "ledger.exe" },
                false,
                AppEffect.Ignored,
                "ignored unless marked"
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Of_ReturnsEffectAndWordOfEachRow(AppRule rule, bool exempt, AppEffect effect, string word)
    {
        var consequence = AppConsequence.Of(rule, exempt);

        Assert.Equal((effect, word), (consequence.Effect, consequence.Word));
        Assert.EndsWith(".", consequence.Sentence, StringComparison.Ordinal);
    }

    /// <summary>Only an app that is protected and not in the catalog needs a check.</summary>
    [Fact]
    public void NeedsCheck_IsTrueOnlyForUnknownProtectedApps()
    {
        Assert.True(AppConsequence.Of(SampleApp, exempt: false).NeedsCheck);
        Assert.False(AppConsequence.Of(Notepad, exempt: false).NeedsCheck);
        Assert.False(AppConsequence.Of(SampleApp, exempt: true).NeedsCheck);
    }

    [Fact]
    public void KnownApps_MatchReferenceAppsThatMustBeExemptOrAreDiscouraged()
    {
        using var reference = JsonDocument.Parse(File.ReadAllBytes(ReferenceDocuments.Path("enlightened-apps.json")));
        var must = reference
            .RootElement.GetProperty("mustExempt")
            .EnumerateArray()
            .Select(app => ((string?)app.GetProperty("binaryName").GetString(), app.GetProperty("verified").GetBoolean()));
        var stated = KnownApps
            .All.Where(app => app.Awareness == AppAwareness.Unenlightened)
            .Select(app => ((string?)((AppRule.DesktopApp)app.Rule).Binary, app.IsConfirmed));
        var discouraged = reference
            .RootElement.GetProperty("disallowed")
            .EnumerateArray()
            .Select(app => app.GetProperty("productName").GetString());

        Assert.Equal(must.Order(), stated.Order());
        Assert.Equal(
            discouraged,
            KnownApps.All.Where(app => app.Awareness == AppAwareness.Discouraged).Select(app => ((AppRule.StoreApp)app.Rule).PackageName)
        );
        foreach (var app in reference.RootElement.GetProperty("awareOrWorkOnly").EnumerateArray())
        {
            var name = (app.TryGetProperty("packageIdentity", out var package) ? package : app.GetProperty("binaryName")).GetString()!;
            Assert.Contains(KnownApps.All, known => KnownApps.Search(name).Contains(known));
        }
    }

    [Theory]
    [InlineData("edge", "Microsoft Edge")]
    [InlineData("word 365", "Word (Microsoft 365)")]
    [InlineData("winword office 2016", "Word (Office 2016)")]
    [InlineData("windowscommunications", "Mail and Calendar")]
    public void Search_FindsAppByNameFileAndPackage(string text, string first) =>
        Assert.Equal(first, KnownApps.Search(text).First().DisplayName);

    [Fact]
    public void Exempted_MovesRowAndResolvesFinding()
    {
        var apps = new AppRulesSettings { Allowed = [Notepad, Known("VISIO.EXE")], Exempt = [SampleApp] };
        var moved = apps.Exempted(1);

        Assert.Equal((1, "VISIO.EXE"), (moved.Allowed.Count, ((AppRule.DesktopApp)moved.Exempt[1]).Binary));
        Assert.Contains(PolicyValidator.Validate(new() { AppRules = apps }, SamplePolicies.Context).Findings, f => f.Code == "W-APP-17");
        Assert.DoesNotContain(
            PolicyValidator.Validate(new() { AppRules = moved }, SamplePolicies.Context).Findings,
            f => f.Severity == Severity.Block
        );
    }

    private static AppRule Known(string binary) =>
        KnownApps.All.Single(app => app.Rule is AppRule.DesktopApp desktop && desktop.Binary == binary).Rule;
}
