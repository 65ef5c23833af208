using System.Xml.Linq;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Tests.PolicyEngine.AppRules;

/// <summary>
/// Tests that each publisher rule of an AppLocker list can be entered in a policy and compiles to the same condition. The lists are
/// composed; published lists are read as well when they are present beside the checkout.
/// </summary>
public sealed class PublishedSamplesTests
{
    public static TheoryData<string> Composed => [.. Import.ComposedPolicies.PublisherLists.Keys];

    [Theory]
    [MemberData(nameof(Composed))]
    public void Compile_PreservesPublisherConditionsOfComposedLists(string list) => Check(Import.ComposedPolicies.PublisherLists[list]);

    [Fact]
    public void Compile_PreservesPublisherConditionsOfPublishedLists()
    {
        // The published lists are read only when they are present.
        string[] samples =
        [
            "004-denied-downlevel-office-365-proplus-xml-wip.applocker.xml",
            "005-office-365-proplus-1708-allowed-xml-wip.applocker.xml",
            "029-aaronlocker-onedrive-initialinstall-win10v1803.applocker.xml",
        ];
        foreach (var (_, bytes) in RecordedMessagesFolder.Read("wip-samples", samples))
        {
            Check(bytes);
        }
    }

    private static void Check(byte[] list)
    {
        using var stream = new MemoryStream(list);
        var published = XElement
            .Load(stream)
            .DescendantsAndSelf("RuleCollection")
            .Where(c => c.Attribute("Type")!.Value == "Exe")
            .Elements("FilePublisherRule")
            .Select(rule => (Rule: rule, Key: Key(rule)))
            .DistinctBy(rule => rule.Key)
            .ToArray();
        Assert.NotEmpty(published);

        var rules = published.Select(rule => Typed(rule.Rule)).ToValueList();
        var written = Assert.Single(SamplePolicies.Compile(new() { AppRules = new() { Allowed = rules } }).Nodes).Value;

        AppLockerSchema.Check(written);
        Assert.Equal(published.Select(rule => rule.Key), XElement.Parse(written).Elements().Select(Key));
    }

    private static AppRule Typed(XElement rule)
    {
        var condition = rule.Element("Conditions")!.Elements().Single();
        var range = condition.Elements().Single();
        return new AppRule.DesktopApp
        {
            Name = rule.Attribute("Name")!.Value,
            Deny = rule.Attribute("Action")!.Value == "Deny",
            Publisher = condition.Attribute("PublisherName")!.Value,
            Product = condition.Attribute("ProductName")!.Value,
            Binary = condition.Attribute("BinaryName")!.Value,
            LowVersion = range.Attribute("LowSection")!.Value,
            HighVersion = range.Attribute("HighSection")!.Value,
        };
    }

    private static string Key(XElement rule)
    {
        var condition = rule.Element("Conditions")!.Elements().Single();
        return $"{rule.Attribute("Action")!.Value} {condition.ToString(SaveOptions.DisableFormatting)}";
    }
}
