using MamConsole.PolicyEngine.Findings;
using MamConsole.Server.Ui.Fields;

namespace MamConsole.Tests.Server.Ui.Fields;

public sealed class FormFindingsTests
{
    private static readonly FormFindings Form = new(
        [
            new("A", Severity.Warn, "networkBoundary.ipRanges[2]", "row"),
            new("B", Severity.Block, "networkBoundary.ipRanges[2].first", "part of the row"),
            new("C", Severity.Block, "networkBoundary.ipRanges[20]", "another row"),
            new("D", Severity.Block, "networkBoundary.ipRanges", "the list"),
        ],
        ReadOnly: false
    );

    [Fact]
    public void A_row_gets_its_own_findings_and_those_of_its_parts_worst_first() =>
        Assert.Equal(["B", "A"], Form.AtRow("networkBoundary.ipRanges", 2).Select(f => f.Code));

    [Fact]
    public void A_field_gets_exactly_its_own() => Assert.Equal(["D"], Form.At("networkBoundary.ipRanges").Select(f => f.Code));

    [Theory]
    [InlineData("deviceLock.minimumLength", "f-deviceLock-minimumLength")]
    [InlineData("networkBoundary.ipRanges[2]", "f-networkBoundary-ipRanges-2")]
    [InlineData("appRules.allowed[0].publisher", "f-appRules-allowed-0-publisher")]
    public void A_path_names_one_input(string path, string id) => Assert.Equal(id, FormFindings.InputId(path));
}
