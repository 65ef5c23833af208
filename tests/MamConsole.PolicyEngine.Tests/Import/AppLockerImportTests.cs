using System.Text;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Import;

namespace MamConsole.Tests.PolicyEngine.Import;

public sealed class AppLockerImportTests
{
    /// <summary>Rules that the lists do not support, each with a part of the reason.</summary>
    public static TheoryData<string, string> Unfit =>
        new()
        {
            {
                Policy(
                    """<FilePathRule Id="1" Name="n" Description="" UserOrGroupSid="S-1-1-0" Action="Allow"><Conditions><FilePathCondition Path="%PROGRAMFILES%\*"/></Conditions></FilePathRule>"""
                ),
                "W-APP-19"
            },
            {
                Policy(
                    """<FileHashRule Id="1" Name="n" Description="" UserOrGroupSid="S-1-1-0" Action="Allow"><Conditions><FileHashCondition><FileHash Type="SHA256" Data="0x1"/></FileHashCondition></Conditions></FileHashRule>"""
                ),
                "wrong number of digits"
            },
            { Policy(Rule(sid: "S-1-5-32-544")), "W-APP-22" },
            { Policy(Rule(publisher: "*", product: "*", binary: "*")), "W-APP-10" },
            { Policy(Rule(product: "")), "empty field" },
            { Policy(Rule(action: "Audit")), "neither Allow nor Deny" },
            { Policy(Rule(), "Dll"), "Dll files" },
            { Policy(Rule(), "Script"), "Script files" },
            { Policy(Rule(), "Unknown"), "does not recognize" },
            { Policy(Rule(exceptions: """<Exceptions><FilePathCondition Path="C:\x"/></Exceptions>""")), "exception" },
            { Policy("""<RuleCollectionExtensions><ThresholdExtensions/></RuleCollectionExtensions>"""), "Thresholds" },
            {
                Policy(
                    """<FilePublisherRule Id="1" Name="n" Description="" UserOrGroupSid="S-1-1-0" Action="Allow"><Conditions/></FilePublisherRule>"""
                ),
                "exactly one publisher condition"
            },
        };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Read_DropsUnsupportedRuleWithReason(string xml, string reason)
    {
        var imported = Read(xml);

        Assert.Equal(new WrittenPolicy(), imported.Document);
        Assert.Contains(
            reason,
            Assert.Single(imported.Report.Entries, entry => entry.Source.EndsWith("[1]", StringComparison.Ordinal)).Note,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_ImportsExceptionsThatCompileToSameCondition()
    {
        var imported = Read(
            Policy(
                Rule(
                    action: "Deny",
                    description: "Old ones",
                    exceptions: """<Exceptions><FilePublisherCondition PublisherName="O=NORTHWIND" ProductName="LEDGER" BinaryName="APP.EXE"><BinaryVersionRange LowSection="2.0.0.0" HighSection="*"/></FilePublisherCondition></Exceptions>"""
                )
            )
        );

        var rule = Assert.IsType<AppRule.DesktopApp>(Assert.Single(imported.Document.AppRules.Allowed));
        Assert.Equal(
            [
                new ExceptedApp
                {
                    Product = "LEDGER",
                    Binary = "APP.EXE",
                    LowVersion = "2.0.0.0",
                    HighVersion = "*",
                },
            ],
            rule.Exceptions
        );
        Assert.Equal(
            [ImportReportKind.Dropped, ImportReportKind.Imported, ImportReportKind.Dropped],
            imported.Report.Entries.Select(entry => entry.Kind)
        );
        var written = Assert.Single(SamplePolicies.Compile(imported.Document).Nodes).Value;
        Assert.Contains(
            """<Exceptions><FilePublisherCondition PublisherName="O=NORTHWIND" ProductName="LEDGER" BinaryName="APP.EXE"><BinaryVersionRange LowSection="2.0.0.0" HighSection="*" /></FilePublisherCondition></Exceptions>""",
            written,
            StringComparison.Ordinal
        );
        AppRules.AppLockerSchema.Check(written);
        Assert.Contains(
            "except APP.EXE of LEDGER, from version 2.0.0.0",
            Assert.Single(PolicyWords.Describe(imported.Document)).Items[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_ImportsPathsAndHashesWithWarning()
    {
        const string Digits = "0x0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF";
        var imported = Read(
            Policy(
                """<FilePathRule Id="1" Name="Tools" Description="" UserOrGroupSid="S-1-1-0" Action="Allow"><Conditions><FilePathCondition Path="C:\App\*"/></Conditions></FilePathRule>"""
                    + $"""<FileHashRule Id="2" Name="Two" Description="" UserOrGroupSid="S-1-1-0" Action="Deny"><Conditions><FileHashCondition><FileHash Type="SHA256" Data="{Digits}" SourceFileName="a.exe" SourceFileLength="12"/><FileHash Type="SHA1" Data="{Digits[..42]}"/></FileHashCondition></Conditions></FileHashRule>"""
            )
        );

        var apps = imported.Document.AppRules.Allowed;
        Assert.Equal(3, apps.Count);
        Assert.Equal(@"C:\App\*", Assert.IsType<AppRule.FileAtPath>(apps[0]).Path);
        Assert.Equal(
            (AppHashKind.Sha256, "a.exe", true),
            Assert.IsType<AppRule.FileWithHash>(apps[1]) is var hash ? (hash.Algorithm, hash.FileName, hash.Deny) : default
        );
        Assert.Contains(imported.Report.Entries, entry => entry.Note.Contains("W-APP-13", StringComparison.Ordinal));
        Assert.Contains(imported.Report.Entries, entry => entry.Note.Contains("W-APP-14", StringComparison.Ordinal));
        var written = Assert.Single(SamplePolicies.Compile(imported.Document).Nodes).Value;
        AppRules.AppLockerSchema.Check(written);
        Assert.Contains("""<FilePathCondition Path="C:\App\*" />""", written, StringComparison.Ordinal);
        Assert.Contains(
            $"""<FileHashCondition><FileHash Type="SHA256" Data="{Digits}" SourceFileName="a.exe" /></FileHashCondition>""",
            written,
            StringComparison.Ordinal
        );
        Assert.Contains($"""<FileHash Type="SHA1" Data="{Digits[..42]}" />""", written, StringComparison.Ordinal);
        Assert.Contains("files at C:", Assert.Single(PolicyWords.Describe(imported.Document)).Items[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2.0.x")]
    [InlineData("9.0.0.0")]
    public void Validate_BlocksInvalidException(string low)
    {
        var app = SamplePolicies.LineOfBusiness with
        {
            Exceptions =
            [
                new ExceptedApp
                {
                    Binary = "A.EXE",
                    LowVersion = low,
                    HighVersion = "3.0.0.0",
                },
            ],
        };
        var review = PolicyValidator.Validate(new WrittenPolicy { AppRules = new() { Allowed = [app] } }, SamplePolicies.Context);

        Assert.Contains(
            review.Findings,
            finding => finding is { Code: "W-APP-07", Severity: Severity.Block, Field: "appRules.allowed[0].exceptions[0]" }
        );
    }

    [Fact]
    public void Compile_PreservesRulesThatDifferOnlyInExceptions()
    {
        var app = SamplePolicies.LineOfBusiness with { Exceptions = [new ExceptedApp { Binary = "A.EXE" }] };
        var compiled = SamplePolicies.Compile(new WrittenPolicy { AppRules = new() { Allowed = [app, app with { Exceptions = [] }] } });

        AppRules.AppLockerSchema.Check(Assert.Single(compiled.Nodes).Value);
    }

    [Fact]
    public void Read_AddsRulesOfAllTypesToRequestedList()
    {
        var xml =
            $"<AppLockerPolicy Version=\"1\">{Collection(Rule(), "Exe")}{Collection(Rule(publisher: "CN=Northwind", product: "Northwind.Ledger", binary: "*"), "Appx")}</AppLockerPolicy>";

        var imported = Assert.Single(PolicyImport.Read(Encoding.UTF8.GetBytes(xml), exemptApps: true).Policies);

        Assert.Empty(imported.Document.AppRules.Allowed);
        Assert.Equal(
            ["APP.EXE", "Northwind.Ledger"],
            imported.Document.AppRules.Exempt.Select(rule =>
                rule.Match(store => store.PackageName, desktop => desktop.Binary, file => file.Path, file => file.FileName)
            )
        );
        Assert.Equal(ImportSource.AppLocker, imported.Source);
    }

    [Fact]
    public void Read_AcceptsBareCollectionAndRuleWithoutVersions()
    {
        var imported = Read(
            Collection(Rule().Replace("<BinaryVersionRange LowSection=\"*\" HighSection=\"*\"/>", "", StringComparison.Ordinal), "Exe")
        );

        Assert.Equal(
            "/RuleCollection/FilePublisherRule[1]",
            Assert.Single(imported.Report.Entries, entry => entry.Kind == ImportReportKind.Repaired).Source
        );
        Assert.Equal("*", Assert.Single(imported.Document.AppRules.Allowed).LowVersion);
    }

    [Theory]
    [InlineData("<a/>", "neither an AppLockerPolicy")]
    [InlineData("<AppLockerPolicy>", "not well-formed")]
    [InlineData("<AppLockerPolicy/><x/>", "not well-formed")]
    [InlineData("<!DOCTYPE a [ <!ENTITY x \"y\"> ]><AppLockerPolicy Version=\"&x;\"/>", "document type definition")]
    [InlineData(
        "<AppLockerPolicy><RuleCollection Type=\"Exe\">text</RuleCollection></AppLockerPolicy>",
        "Text is not allowed between elements"
    )]
    public void Read_RejectsMalformedOrDangerousXml(string xml, string reason)
    {
        var reading = PolicyImport.Read(Encoding.UTF8.GetBytes(xml));

        Assert.Empty(reading.Policies);
        Assert.Contains(reason, Assert.Single(reading.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RejectsTooDeepOrTooLongXml()
    {
        var deep = string.Concat(Enumerable.Repeat("<RuleCollection>", 20)) + string.Concat(Enumerable.Repeat("</RuleCollection>", 20));
        var many = $"<AppLockerPolicy>{string.Concat(Enumerable.Repeat("<a/>", 20_001))}</AppLockerPolicy>";

        Assert.All([deep, many], xml => Assert.Single(PolicyImport.Read(Encoding.UTF8.GetBytes(xml)).Faults));
    }

    internal static string Policy(string rules, string type = "Exe") =>
        $"<AppLockerPolicy Version=\"1\">{Collection(rules, type)}</AppLockerPolicy>";

    internal static string Rule(
        string publisher = "O=NORTHWIND",
        string product = "LEDGER",
        string binary = "APP.EXE",
        string sid = "S-1-1-0",
        string action = "Allow",
        string description = "",
        string exceptions = ""
    ) =>
        $"""
            <FilePublisherRule Id="8b7f4b0e-9a3c-4c0c-9d5c-2f3a1f6f0a11" Name="App" Description="{description}" UserOrGroupSid="{sid}" Action="{action}">
              <Conditions><FilePublisherCondition PublisherName="{publisher}" ProductName="{product}" BinaryName="{binary}"><BinaryVersionRange LowSection="*" HighSection="*"/></FilePublisherCondition></Conditions>
              {exceptions}
            </FilePublisherRule>
            """;

    private static string Collection(string rules, string type) =>
        $"<RuleCollection Type=\"{type}\" EnforcementMode=\"AuditOnly\">{rules}</RuleCollection>";

    private static ImportedPolicy Read(string xml) => Assert.Single(PolicyImport.Read(Encoding.UTF8.GetBytes(xml)).Policies);
}
