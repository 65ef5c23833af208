using System.Text.RegularExpressions;

namespace MamConsole.Tests.Architecture;

/// <summary>
/// Tests that the id of each rule for policies is in the product as the code of a finding and in a test that violates the rule, so that no
/// documented rule lacks an implementation.
/// </summary>
public sealed partial class RuleTests
{
    /// <summary>The families of ids and the number of rules in each; numbers start at 01.</summary>
    private static readonly (string Family, int Rules)[] Families =
    [
        ("W-MODE", 4),
        ("W-ID", 10),
        ("W-DRA", 7),
        ("W-APP", 22),
        ("W-NET", 19),
        ("W-RMS", 4),
        ("W-SMB", 3),
        ("W-ICO", 1),
        ("W-REV", 7),
        ("W-OBS", 2),
        ("DL", 8),
        ("PIN", 10),
        ("HO-URL", 5),
        ("HO-ID", 1),
        ("HO-ED", 1),
        ("HO-ORD", 1),
        ("HO-PIN", 1),
        ("HO-PROV", 1),
        ("HO-VPN", 1),
    ];

    /// <summary>Rules that need no code, each with the reason.</summary>
    private static readonly Dictionary<string, string> NeedNoCode = new(StringComparer.Ordinal) { };

    [GeneratedRegex("\"((?:W-[A-Z]+|PIN|DL|HO-[A-Z]+)-[0-9]{2})\"")]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"\b(?:W-[A-Z]+|PIN|DL|HO-[A-Z]+)-[0-9]{2}\b")]
    private static partial Regex Id { get; }

    [Fact]
    public void Rules_AreAllInProduct()
    {
        var known = CodesIn("src");

        Assert.Equal("", Missing(known));
        Assert.DoesNotContain(NeedNoCode.Keys, known.Contains);
    }

    [Fact]
    public void Rules_AreAllViolatedByTest() => Assert.Equal("", Missing(CodesIn("tests")));

    [Fact]
    public void Families_MatchRulesOfReference()
    {
        string[] files = ["wip-authoring.md", "eas.md", "handoff.md"];
        var rules = files
            .SelectMany(file => File.ReadLines(ReferenceDocuments.Path(file)).Where(line => line.StartsWith('|')))
            .SelectMany(line => Id.Matches(line).Select(match => match.Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(rules.Order(StringComparer.Ordinal), Ids().Order(StringComparer.Ordinal));
    }

    private static string Missing(HashSet<string> found) =>
        string.Join(' ', Ids().Except(found).Except(NeedNoCode.Keys).Order(StringComparer.Ordinal));

    private static HashSet<string> Ids() =>
        [.. Families.SelectMany(family => Enumerable.Range(1, family.Rules).Select(number => $"{family.Family}-{number:D2}"))];

    /// <summary>Returns the codes that are complete string literals, without those in tables that only exclude rules.</summary>
    private static HashSet<string> CodesIn(string folder) =>
        [
            .. CheckoutFiles
                .Files(folder, ".cs")
                .Where(path =>
                    !path.EndsWith("/RuleTests.cs", StringComparison.Ordinal)
                    && !path.EndsWith("/RuleCoverageTests.cs", StringComparison.Ordinal)
                )
                .SelectMany(path => Code.Matches(CheckoutFiles.Read(path)).Select(match => match.Groups[1].Value)),
        ];
}
