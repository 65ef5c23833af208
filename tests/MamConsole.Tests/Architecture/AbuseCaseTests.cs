using System.Text.RegularExpressions;

namespace MamConsole.Tests.Architecture;

/// <summary>
/// Tests that each id in the catalog of abuse and fault cases of the device endpoints (SyncML, enrollment, tokens, terms of use) is part of
/// a test, as a row of a theory, a trait or a key of a table, or is listed with its reason in docs/security.md.
/// </summary>
public sealed partial class AbuseCaseTests
{
    private static readonly string[] Expected = [.. Ids("SY", 66), .. Ids("SO", 27), .. Ids("T", 35), .. Ids("TU", 13)];

    [Fact]
    public void Cases_AreTestedOrHaveReason()
    {
        var tested = Tested();
        var waiting = Waiting(CheckoutFiles.Read("docs/security.md"));

        Assert.Empty(Expected.Except(tested).Except(waiting));
        Assert.Empty(waiting.Intersect(tested));
        Assert.Empty(waiting.Except(Expected));
    }

    [Fact]
    public void Catalog_HasNoOtherCases()
    {
        var rows = File.ReadLines(ReferenceDocuments.Path("abuse-cases.md"))
            .Select(line => Row().Match(line))
            .Where(m => m.Success)
            .Select(m => m.Groups[1].Value);
        Assert.Equal(Expected.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""[Trait("Abuse", "SY-3""" + """1")]""", "SY-31")]
    [InlineData("""[InlineData("T-0""" + """1", 7)]""", "T-01")]
    [InlineData("""["SY-0""" + """5 empty"] = 1""", "SY-05")]
    [InlineData("""// SY-31""", null)]
    public void IdsIn_FindsIdsOfTests(string code, string? id) => Assert.Equal(id is null ? [] : [id], IdsIn(code));

    private static HashSet<string> Tested() =>
        CheckoutFiles
            .Files("tests", ".cs")
            .Where(path => !path.EndsWith(nameof(AbuseCaseTests) + ".cs", StringComparison.Ordinal))
            .SelectMany(path => IdsIn(CheckoutFiles.Read(path)))
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> IdsIn(string code) => Carried().Matches(code).Select(m => m.Groups[1].Value);

    /// <summary>Returns the ids in the first cells of the table below the heading "Abuse cases that wait".</summary>
    private static HashSet<string> Waiting(string document)
    {
        var section =
            document.Split("\n## ").SingleOrDefault(part => part.StartsWith("Abuse cases that wait", StringComparison.Ordinal)) ?? "";
        return
        [
            .. section
                .Split('\n')
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .SelectMany(line => Id().Matches(line.Split('|')[1]).Select(m => m.Value)),
        ];
    }

    private static IEnumerable<string> Ids(string kind, int last) => Enumerable.Range(1, last).Select(n => $"{kind}-{n:00}");

    [GeneratedRegex(@"""((?:SY|SO|TU|T)-\d\d)[ ""]")]
    private static partial Regex Carried();

    [GeneratedRegex(@"^\| ((?:SY|SO|TU|T)-\d\d) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"\b(?:SY|SO|TU|T)-\d\d\b")]
    private static partial Regex Id();
}
