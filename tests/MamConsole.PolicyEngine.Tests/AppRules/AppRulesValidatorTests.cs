using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.AppRules;

public sealed class AppRulesValidatorTests
{
    private static readonly AppRule.StoreApp Edge = SamplePolicies.EdgeLegacy;
    private static readonly AppRule.DesktopApp Notepad = SamplePolicies.Notepad;
    private static readonly AppRule.DesktopApp SampleApp = SamplePolicies.LineOfBusiness;

    private static readonly string Digits = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    public static TheoryData<BadValue> BadValues =>
        [
            Allowed("W-APP-04", "[0].name", Severity.Block, Notepad with { Name = "Note\u0001pad" }),
            Allowed("W-APP-04", "[0].product", Severity.Block, Notepad with { Product = new string('A', 1025) }),
            Allowed("W-APP-05", "[1]", Severity.Block, Notepad, Notepad with { Name = "Again", Binary = "notepad.exe" }),
            Allowed("W-APP-07", "[0].lowVersion", Severity.Block, "16.0.0.0", Notepad with { LowVersion = "16.0.*" }),
            Allowed("W-APP-07", "[0].lowVersion", Severity.Block, Notepad with { LowVersion = "16.0.100000.0" }),
            Allowed("W-APP-07", "[0].highVersion", Severity.Block, Notepad with { LowVersion = "10.0.0.0", HighVersion = "9.0.0.0" }),
            Allowed("W-APP-07", "[0].highVersion", Severity.Block, "16.1.0.0", Notepad with { HighVersion = "16.1" }),
            Allowed(
                "W-APP-08",
                "[0].packageName",
                Severity.Block,
                "Microsoft.Office.OneNote",
                Edge with
                {
                    PackageName = "Microsoft.Office.OneNote_8wekyb3d8bbwe",
                }
            ),
            Allowed("W-APP-08", "[0].packageName", Severity.Block, Edge with { PackageName = "" }),
            Allowed("W-APP-08", "[0].packageName", Severity.Block, Edge with { PackageName = "Microsoft Edge" }),
            Allowed("W-APP-08", "[0].publisher", Severity.Block, Edge with { Publisher = "Microsoft Corporation" }),
            Allowed("W-APP-09", "[0].publisher", Severity.Warn, Notepad with { Publisher = "CN=Microsoft Corporation" }),
            Allowed(
                "W-APP-09",
                "[0].publisher",
                Severity.Warn,
                "O=MICROSOFT CORPORATION, C=US",
                Notepad with
                {
                    Publisher = "O=Microsoft Corporation, C=US",
                }
            ),
            Allowed("W-APP-09", "[0].publisher", Severity.Block, Notepad with { Publisher = " " }),
            Allowed(
                "W-APP-10",
                "[0]",
                Severity.Block,
                new AppRule.DesktopApp
                {
                    Publisher = "*",
                    Product = "*",
                    Binary = "*",
                }
            ),
            Allowed("W-APP-10", "[0]", Severity.Block, new AppRule.StoreApp { Publisher = "*", PackageName = "*" }),
            Allowed("W-APP-11", "[0]", Severity.Warn, Notepad with { Binary = "*" }),
            Allowed("W-APP-11", "[0]", Severity.Warn, Notepad with { Product = "" }),
            new BadValue("W-APP-12", "appRules.exempt[0]", Severity.Block, With([Notepad, Edge], [Notepad with { Name = "Same" }])),
            Allowed("W-APP-13", "[0].path", Severity.Warn, new AppRule.FileAtPath { Path = @"C:\Users\*\app.exe" }),
            Allowed("W-APP-04", "[0].path", Severity.Block, new AppRule.FileAtPath { Path = " " }),
            Allowed(
                "W-APP-04",
                "[0].publisher",
                Severity.Block,
                new AppRule.FileAtPath { Path = @"C:\App\a.exe", Publisher = "O=NORTHWIND" }
            ),
            Allowed("W-APP-04", "[0].lowVersion", Severity.Block, new AppRule.FileWithHash { Hash = Digits, LowVersion = "1.0.0.0" }),
            Allowed(
                "W-APP-04",
                "[0].exceptions[0]",
                Severity.Block,
                new AppRule.FileAtPath { Path = @"C:\App\a.exe", Exceptions = [new() { Binary = "B.EXE" }] }
            ),
            Allowed(
                "W-APP-04",
                "[0]",
                Severity.Block,
                new AppRule.FileWithHash { Hash = Digits, Exceptions = [new() { Publisher = "O=A" }] }
            ),
            Allowed("W-APP-04", "[0].hash", Severity.Block, new AppRule.FileWithHash { Hash = Digits[1..] }),
            Allowed("W-APP-14", "[0].hash", Severity.Warn, new AppRule.FileWithHash { Hash = $"0x{Digits}" }),
            Allowed("W-APP-14", "[0].hash", Severity.Warn, new AppRule.FileWithHash { Hash = Digits[..40], Algorithm = AppHashKind.Sha1 }),
            Allowed("W-APP-19", "[0].path", Severity.Block, new AppRule.FileAtPath { Path = @"%PROGRAMFILES%\*" }),
            Allowed("W-APP-19", "[0].path", Severity.Block, new AppRule.FileAtPath { Path = @"%windir%\*.exe" }),
            Allowed("W-APP-19", "[0].path", Severity.Block, new AppRule.FileAtPath { Path = "*" }),
            Allowed(
                "W-APP-05",
                "[1]",
                Severity.Block,
                new AppRule.FileAtPath { Path = @"C:\App\a.exe" },
                new AppRule.FileAtPath { Path = @"c:\app\A.EXE" }
            ),
            Allowed("W-APP-15", "[0]", Severity.Warn, SampleApp),
            Allowed(
                "W-APP-15",
                "[0]",
                Severity.Warn,
                new AppRule.DesktopApp
                {
                    Publisher = KnownApps.DesktopPublisher,
                    Product = "MICROSOFT OFFICE",
                    Binary = "MSACCESS.EXE",
                }
            ),
            new BadValue(
                "W-APP-16",
                "appRules.exempt[0]",
                Severity.Warn,
                With(
                    [Edge],
                    [
                        new AppRule.DesktopApp
                        {
                            Publisher = KnownApps.DesktopPublisher,
                            Product = "VISIO",
                            Binary = "VISIO.EXE",
                        },
                    ]
                )
            ),
            Allowed(
                "W-APP-17",
                "[0]",
                Severity.Block,
                new AppRule.DesktopApp
                {
                    Publisher = KnownApps.DesktopPublisher,
                    Product = "MICROSOFT OFFICE",
                    Binary = "visio.exe",
                }
            ),
            Allowed(
                "W-APP-17",
                "[0]",
                Severity.Block,
                new AppRule.DesktopApp
                {
                    Publisher = KnownApps.DesktopPublisher,
                    Product = "MICROSOFT OFFICE",
                    Binary = "WINPROJ.EXE",
                }
            ),
            Allowed("W-APP-18", "", Severity.Warn, Notepad),
            Allowed("W-APP-20", "[0]", Severity.Warn, Edge with { PackageName = "Microsoft.Windows.Cortana" }),
        ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_AcceptsDeniedAppThatIsNotEnlightened()
    {
        var review = PolicyValidator.Validate(With([Edge, SampleApp with { Deny = true, Binary = "*" }], []), SamplePolicies.Context);

        Assert.Empty(review.Findings);
    }

    [Fact]
    public void Validate_AcceptsEveryAppThatPickerOffers()
    {
        foreach (var app in KnownApps.All.Where(app => app.Awareness is AppAwareness.Enlightened or AppAwareness.WorkOnly))
        {
            var review = PolicyValidator.Validate(With([app.Rule], []), SamplePolicies.Context);

            Assert.DoesNotContain(review.Findings, f => f.Code != "W-APP-18");
            Assert.Equal(app.IsBrowser || app.IsMail, review.Findings.IsEmpty);
        }
    }

    private static BadValue Allowed(string code, string row, Severity severity, params AppRule[] rules) =>
        Allowed(code, row, severity, null, rules);

    private static BadValue Allowed(string code, string row, Severity severity, string? suggestion, params AppRule[] rules) =>
        new(code, $"appRules.allowed{row}", severity, With(rules, [])) { Suggestion = suggestion };

    private static WrittenPolicy With(AppRule[] allowed, AppRule[] exempt) =>
        SamplePolicies.Clean with
        {
            AppRules = new() { Allowed = allowed.ToValueList(), Exempt = exempt.ToValueList() },
        };
}
