using System.Reflection;
using System.Text.RegularExpressions;

namespace MamConsole.Tests.PolicyEngine;

/// <summary>
/// Tests that each rule id of the reference has a bad value in a table of these tests or is listed with the class that tests it.
/// </summary>
public sealed partial class RuleCoverageTests
{
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["W-APP-01"] = "NodeRulesTests",
        ["W-APP-02"] = "NodeRulesTests",
        ["W-APP-03"] = "NodeRulesTests",
        ["W-APP-06"] = "NodeRulesTests",
        ["W-APP-21"] = "NodeRulesTests",
        ["W-APP-22"] = "NodeRulesTests",
        ["W-RMS-01"] = "NodeRulesTests",
        ["W-ICO-01"] = "NodeRulesTests",
        ["W-REV-01"] = "NodeRulesTests",
        ["W-REV-03"] = "NodeRulesTests",
        ["W-OBS-01"] = "NodeRulesTests",
        ["W-OBS-02"] = "NodeRulesTests",
        ["PIN-10"] = "NodeRulesTests",
        ["DL-07"] = "NodeRulesTests",
        ["HO-PROV-01"] = "NodeRulesTests",
    };

    [GeneratedRegex(@"\b(?:W-[A-Z]+|PIN|DL|HO-[A-Z]+)-\d\d\b")]
    private static partial Regex Id { get; }

    [Fact]
    public void BadValues_CoverEveryRuleOfReference()
    {
        string[] files = ["wip-authoring.md", "eas.md", "handoff.md"];
        var rules = files
            .SelectMany(file => File.ReadLines(ReferenceDocuments.Path(file)).Where(line => line.StartsWith('|')))
            .SelectMany(line => Id.Matches(line).Select(m => m.Value))
            .ToHashSet(StringComparer.Ordinal);
        var tried = Tables().ToHashSet(StringComparer.Ordinal);

        Assert.True(rules.Count > 90, $"Only {rules.Count} rules were found.");
        Assert.Equal([], rules.Except(tried).Except(Elsewhere.Keys).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Elsewhere.Keys, tried.Contains);
    }

    /// <summary>Returns the codes of all tables of bad values.</summary>
    private static IEnumerable<string> Tables() =>
        typeof(RuleCoverageTests)
            .Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("MamConsole.Tests.PolicyEngine", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property =>
                property.PropertyType.IsAssignableTo(typeof(TheoryDataBase<TheoryDataRow<BadValue>, BadValue>))
                || property.DeclaringType?.Name == "DeviceLockValidatorTests"
            )
            .SelectMany(property => ((IEnumerable<ITheoryDataRow>)property.GetValue(null)!).Select(row => row.GetData()[0]))
            .Select(cell => cell is BadValue bad ? bad.Code : (string)cell!);
}
