using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MamConsole.Tests.Architecture;

/// <summary>A test is named by its unit and what is expected of it in a situation: <c>Parse_RejectsRangeWithReversedEnds</c>.</summary>
public sealed partial class TestNameTests
{
    [Fact]
    public void Names_HaveUnitAndExpectation()
    {
        var names = CheckoutFiles
            .Files("tests", ".cs")
            .SelectMany(path => NamesIn(CheckoutFiles.Read(path)).Select(name => (Path: path, Name: name)))
            .ToArray();

        Assert.True(names.Length > 1_000, $"Only {names.Length} tests were found.");
        Assert.Empty(names.Where(test => !WellFormed().IsMatch(test.Name)).Select(test => $"{test.Path}: {test.Name}"));
    }

    [Theory]
    [InlineData("Parse_RejectsRangeWithReversedEnds", true)]
    [InlineData("Parse_OfAnEmptyText_IsRejected", true)]
    [InlineData("Parse", false)]
    [InlineData("A_range_is_parsed", false)]
    [InlineData("Parse_rejectsRange", false)]
    public void WellFormed_MatchesPartsInPascalCase(string name, bool expected) => Assert.Equal(expected, WellFormed().IsMatch(name));

    private static IEnumerable<string> NamesIn(string code) =>
        CSharpSyntaxTree
            .ParseText(code, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Where(method =>
                method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory")
            )
            .Select(method => method.Identifier.ValueText);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(_[A-Z0-9][A-Za-z0-9]*)+$")]
    private static partial Regex WellFormed();
}
