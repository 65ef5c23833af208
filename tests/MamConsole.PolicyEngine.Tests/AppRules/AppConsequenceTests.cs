using System.Text.Json;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.Tests.PolicyEngine.AppRules;

/// <summary>What each row does without enrollment in MDM, and the catalogue behind it.</summary>
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
    public void Each_row_reports_what_it_does(AppRule rule, bool exempt, AppEffect effect, string word)
    {
        var consequence = AppConsequence.Of(rule, exempt);

        Assert.Equal((effect, word), (consequence.Effect, consequence.Word));
        Assert.EndsWith(".", consequence.Sentence, StringComparison.Ordinal);
    }

    /// <summary>A kind of row that the helper could tell more about leads to it, and no other does.</summary>
    [Fact]
    public void Only_what_nobody_knows_needs_a_check()
    {
        Assert.True(AppConsequence.Of(SampleApp, exempt: false).NeedsCheck);
        Assert.False(AppConsequence.Of(Notepad, exempt: false).NeedsCheck);
        Assert.False(AppConsequence.Of(SampleApp, exempt: true).NeedsCheck);
    }

    [Fact]
    public void The_catalogue_knows_every_app_of_the_reference_as_the_reference_does()
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
    public void It_is_searched_by_name_file_and_package(string text, string first) =>
        Assert.Equal(first, KnownApps.Search(text).First().DisplayName);

    [Fact]
    public void Moving_a_row_to_the_exempt_apps_repairs_it()
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
