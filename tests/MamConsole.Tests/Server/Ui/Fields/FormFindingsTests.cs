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
    public void AtRow_ReturnsFindingsOfRowAndItsPartsWorstFirst() =>
        Assert.Equal(["B", "A"], Form.AtRow("networkBoundary.ipRanges", 2).Select(f => f.Code));

    [Fact]
    public void At_ReturnsOnlyFindingsOfField() => Assert.Equal(["D"], Form.At("networkBoundary.ipRanges").Select(f => f.Code));

    [Theory]
    [InlineData("deviceLock.minimumLength", "f-deviceLock-minimumLength")]
    [InlineData("networkBoundary.ipRanges[2]", "f-networkBoundary-ipRanges-2")]
    [InlineData("appRules.allowed[0].publisher", "f-appRules-allowed-0-publisher")]
    public void InputId_IsDerivedFromPath(string path, string id) => Assert.Equal(id, FormFindings.InputId(path));
}
