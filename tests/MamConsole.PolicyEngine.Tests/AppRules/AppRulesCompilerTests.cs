using System.Xml.Linq;
using System.Xml.Schema;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.AppRules;

/// <summary>Tests W-APP-01 to 06 and 21 on the nodes that the compiler writes.</summary>
public sealed class AppRulesCompilerTests
{
    private static readonly AppRule.StoreApp Edge = SamplePolicies.EdgeLegacy;
    private static readonly AppRule.DesktopApp Notepad = SamplePolicies.Notepad;
    private static readonly AppRule.DesktopApp SampleApp = SamplePolicies.LineOfBusiness;

    [Fact]
    public void Compile_WritesOneCollectionPerListAndFileType()
    {
        var nodes = Compile([Edge, Notepad], [SampleApp, Edge with { PackageName = "Northwind.Ledger", Publisher = "CN=Northwind" }]);

        Assert.Equal(
            [
                ("./Vendor/MSFT/AppLocker/EnterpriseDataProtection/{Grouping}/StoreApps/Policy", "Appx"),
                ("./Vendor/MSFT/AppLocker/EnterpriseDataProtection/{Grouping}/EXE/Policy", "Exe"),
                ("./Vendor/MSFT/AppLocker/EnterpriseDataProtection/{Grouping}EdpExempt/StoreApps/Policy", "Appx"),
                ("./Vendor/MSFT/AppLocker/EnterpriseDataProtection/{Grouping}EdpExempt/EXE/Policy", "Exe"),
            ],
            nodes.Select(n => (n.LocUri, XElement.Parse(n.Value).Attribute("Type")!.Value))
        );
    }

    [Fact]
    public void Compile_WritesSchemaValidRulesWithUniqueIds()
    {
        var nodes = SamplePolicies.Compile(SamplePolicies.Rich).Nodes.Where(n => n.Stage == NodeStage.AppLists).ToArray();

        Assert.Equal(4, nodes.Length);
        Assert.All(nodes, n => AppLockerSchema.Check(n.Value));
        string[] ids = [.. nodes.SelectMany(n => XElement.Parse(n.Value).Elements()).Select(rule => rule.Attribute("Id")!.Value)];
        Assert.Equal(14, ids.Length);
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("<RuleCollection Type='Dll'/>")]
    [InlineData("<AppLockerPolicy/>")]
    [InlineData(
        "<RuleCollection Type='Exe'><FilePublisherRule Id='{8f3a0000-0000-0000-0000-000000000000}' Name='n' Description='' "
            + "UserOrGroupSid='S-1-1-0' Action='Allow'/></RuleCollection>"
    )]
    public void SchemaCheck_RejectsInvalidRuleCollection(string text) =>
        Assert.ThrowsAny<XmlSchemaException>(() => AppLockerSchema.Check(text));

    [Fact]
    public void Compile_IsDeterministicAndPreservesRuleIdWhenNameChanges()
    {
        Assert.Equal(Compile([Edge, Notepad], [SampleApp]), Compile([Edge, Notepad], [SampleApp]));

        var (before, after) = (Rule(Notepad), Rule(Notepad with { Name = "Writing pad" }));
        Assert.Equal(before.Attribute("Id")!.Value, after.Attribute("Id")!.Value);
        Assert.Equal(("NOTEPAD.EXE", "Writing pad"), (before.Attribute("Name")!.Value, after.Attribute("Name")!.Value));
        Assert.NotEqual(before.Attribute("Id")!.Value, Rule(Notepad with { Deny = true }, Edge, SampleApp).Attribute("Id")!.Value);
    }

    [Fact]
    public void Compile_EscapesNamesOnceAndAddsNothingAroundCollection()
    {
        var node = Assert.Single(
            Compile([Edge, SampleApp with { Name = "<R&D> \"ledger\"", Publisher = "O=SMITH & SONS, C=GB" }], []),
            n => n.LocUri.Contains("EXE", StringComparison.Ordinal)
        );

        Assert.StartsWith("<RuleCollection Type=\"Exe\"><FilePublisherRule ", node.Value, StringComparison.Ordinal);
        Assert.EndsWith("</RuleCollection>", node.Value, StringComparison.Ordinal);
        Assert.Contains("Name=\"&lt;R&amp;D&gt; &quot;ledger&quot;\"", node.Value, StringComparison.Ordinal);
        Assert.Contains("PublisherName=\"O=SMITH &amp; SONS, C=GB\"", node.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_WritesOpenVersionsAsStarsAndProductAndBinaryInUppercase()
    {
        var condition = Rule(Notepad with { Product = "Notes", Binary = "notes.exe", LowVersion = "", HighVersion = "9.0.0.0" }, Edge)
            .Descendants("FilePublisherCondition")
            .Single();

        Assert.Equal(("NOTES", "NOTES.EXE"), (condition.Attribute("ProductName")!.Value, condition.Attribute("BinaryName")!.Value));
        Assert.Equal("<BinaryVersionRange LowSection=\"*\" HighSection=\"9.0.0.0\" />", condition.Elements().Single().ToString());
    }

    [Fact]
    public void Compile_WritesRecommendedDenyRulesOfReference()
    {
        var node = SamplePolicies
            .Compile(SamplePolicies.Clean)
            .Nodes.Single(n => n.LocUri.EndsWith("EXE/Policy", StringComparison.Ordinal));
        var rules = XElement.Parse(node.Value).Elements().Where(rule => rule.Attribute("Action")!.Value == "Deny").ToArray();
        using var reference = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(ReferenceDocuments.Path("enlightened-apps.json")));

        var expected = reference
            .RootElement.GetProperty("recommendedDenyRules")
            .EnumerateArray()
            .Select(rule =>
                $"{Text(rule, "publisher")}|{Text(rule, "productName")}|{Line(rule)} except "
                + $"{string.Join(' ', rule.GetProperty("exceptions").EnumerateArray().Select(Line).Order(StringComparer.Ordinal))}"
            );
        var written = rules.Select(rule =>
            $"{Of(rule.Element("Conditions")!)} except "
            + $"{string.Join(' ', rule.Elements("Exceptions").Elements().Select(e => Of(e, withProduct: false)).Order(StringComparer.Ordinal))}"
        );

        Assert.Equal(expected.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));

        static string Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString()!;
        static string Line(System.Text.Json.JsonElement element) =>
            $"{Text(element, "binaryName")}[{Text(element, "versionLow")},{Text(element, "versionHigh")}]";
        static string Of(XElement element, bool withProduct = true)
        {
            var condition = element.DescendantsAndSelf("FilePublisherCondition").Single();
            var range = condition.Elements().Single();
            return (withProduct ? $"{condition.Attribute("PublisherName")!.Value}|{condition.Attribute("ProductName")!.Value}|" : "")
                + $"{condition.Attribute("BinaryName")!.Value}[{range.Attribute("LowSection")!.Value},{range.Attribute("HighSection")!.Value}]";
        }
    }

    [Fact]
    public void KnownApps_MatchEnlightenedAppsOfReference()
    {
        using var reference = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(ReferenceDocuments.Path("enlightened-apps.json")));
        var expected = reference
            .RootElement.GetProperty("enlightenedApps")
            .EnumerateArray()
            .Select(app =>
                string.Join(
                    '|',
                    new[] { "publisher", "productName", "binaryName", "versionLow", "versionHigh" }.Select(name =>
                        app.GetProperty(name).GetString()
                    )
                )
            );
        var known = KnownApps
            .All.Where(app => app.Awareness == AppAwareness.Enlightened)
            .Select(app =>
                app.Rule.Match(
                    store => string.Join('|', store.Publisher, store.PackageName, "*", Any(store.LowVersion), Any(store.HighVersion)),
                    desktop =>
                        string.Join(
                            '|',
                            desktop.Publisher,
                            desktop.Product,
                            desktop.Binary,
                            Any(desktop.LowVersion),
                            Any(desktop.HighVersion)
                        ),
                    file => file.Path,
                    file => file.Hash
                )
            );

        Assert.Equal(expected.Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));

        static string Any(string version) => version.Length == 0 ? "*" : version;
    }

    private static XElement Rule(AppRule.DesktopApp rule, params AppRule[] others) =>
        XElement
            .Parse(Compile([.. others, rule], []).Single(n => n.LocUri.EndsWith("EXE/Policy", StringComparison.Ordinal)).Value)
            .Elements()
            .Last();

    private static CompiledNode[] Compile(AppRule[] allowed, AppRule[] exempt) =>
        [
            .. SamplePolicies
                .Compile(
                    new()
                    {
                        AppRules = new() { Allowed = allowed.ToValueList(), Exempt = exempt.ToValueList() },
                    }
                )
                .Nodes,
        ];
}
