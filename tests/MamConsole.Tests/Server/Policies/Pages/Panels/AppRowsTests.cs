using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Policies.Pages.Panels;

namespace MamConsole.Tests.Server.Policies.Pages.Panels;

public sealed class AppRowsTests
{
    private static readonly ValueList<AppRule> Many = Enumerable
        .Range(0, 2_000)
        .Select(
            AppRule (i) =>
                new AppRule.DesktopApp
                {
                    Name = $"Tool {i}",
                    Publisher = "O=NORTHWIND, C=NO",
                    Binary = $"TOOL{i}.EXE",
                }
        )
        .ToValueList();

    [Theory]
    [InlineData("", 0, 0, 50, "1–50 of 2,000 rows")]
    [InlineData("", 39, 1950, 50, "1,951–2,000 of 2,000 rows")]
    [InlineData("", 400, 1950, 50, "1,951–2,000 of 2,000 rows")]
    [InlineData("", -1, 0, 50, "1–50 of 2,000 rows")]
    [InlineData("tool199 northwind", 0, 199, 11, "1–11 of 11 matches")]
    [InlineData("tool1999.exe", 7, 1999, 1, "1–1 of 1 match")]
    public void Of_ReturnsPageWithPositions(string find, int page, int first, int count, string text)
    {
        var rows = AppRows.Of(Many, find, page);

        Assert.Equal((first, count, text), (rows.Shown[0].Index, rows.Shown.Count, rows.Status));
        Assert.All(rows.Shown, row => Assert.Same(Many[row.Index], row.Rule));
    }

    [Fact]
    public void Of_ReturnsOneEmptyPageWhenNothingIsFound() =>
        Assert.Equal(
            (0, 0, 1, "no row"),
            AppRows.Of(Many, "paint", 3) is var rows ? (rows.Shown.Count, rows.Page, rows.Pages, rows.Status) : default
        );
}
