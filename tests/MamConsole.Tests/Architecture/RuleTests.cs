using System.Text.RegularExpressions;

namespace MamConsole.Tests.Architecture;

/// <summary>
/// Each rule about policies has an id. It stands in the product as the code of a finding and in a test that breaks it, so that nobody can
/// say that a rule holds while no line of code knows it.
/// </summary>
public sealed partial class RuleTests
{
    /// <summary>Families of ids and how many rules each has, counted from 01 on.</summary>
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

    /// <summary>Rules that need no line of code, and why.</summary>
    private static readonly Dictionary<string, string> NeedNoCode = new(StringComparer.Ordinal) { };

    [GeneratedRegex("\"((?:W-[A-Z]+|PIN|DL|HO-[A-Z]+)-[0-9]{2})\"")]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"\b(?:W-[A-Z]+|PIN|DL|HO-[A-Z]+)-[0-9]{2}\b")]
    private static partial Regex Id { get; }

    [Fact]
    public void Every_rule_stands_in_the_product()
    {
        var known = CodesIn("src");

        Assert.Equal("", Missing(known));
        Assert.DoesNotContain(NeedNoCode.Keys, known.Contains);
    }

    [Fact]
    public void Every_rule_is_broken_by_a_test() => Assert.Equal("", Missing(CodesIn("tests")));

    [Fact]
    public void The_table_of_rules_is_the_reference_s()
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

    /// <summary>The codes that stand as texts of their own; tables that only excuse rules do not count.</summary>
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
