using System.Text.Json;
using MamConsole.PolicyEngine;
using MamConsole.Server.Policies.Pages;
using MamConsole.Server.Ui;

namespace MamConsole.Tests.Server.Policies.Pages;

public sealed class PolicyAreaTests
{
    [Fact]
    public void Every_area_of_a_document_has_its_page_in_the_editor()
    {
        var members = JsonSerializer
            .SerializeToElement(new WrittenPolicy(), WrittenPolicy.Json)
            .EnumerateObject()
            .Select(m => m.Name)
            .Where(n => n != "schema");

        Assert.Equal(members, PolicyArea.All.Select(a => a.Path));
        Assert.Equal(PolicyWords.Areas, PolicyArea.All.Select(a => a.Title));
    }

    [Theory]
    [InlineData("deviceLock.minimumLength", "lock")]
    [InlineData("networkBoundary.ipRanges[2].first", "network")]
    [InlineData("assignment", "assignment")]
    public void A_finding_belongs_to_the_area_that_its_path_names(string path, string key) => Assert.Equal(key, PolicyArea.Of(path)?.Key);

    [Fact]
    public void The_worst_finding_gives_an_area_its_state()
    {
        var area = PolicyArea.Of("deviceLock")!;
        var used = new WrittenPolicy { DeviceLock = new() { MinimumLength = "3" } };
        Finding warning = new("DL-04", Severity.Warn, "deviceLock.characterGroups", "w");
        Finding block = new("DL-02", Severity.Block, "deviceLock.minimumLength", "b");
        Finding elsewhere = new("AS-01", Severity.Block, "assignment.people", "e");

        Assert.Equal((StatusKind.Unknown, "Not set"), area.State(new WrittenPolicy(), [elsewhere]));
        Assert.Equal((StatusKind.Ready, "Ready"), area.State(used, [elsewhere]));
        Assert.Equal((StatusKind.Attention, "1 warning"), area.State(used, [warning]));
        Assert.Equal((StatusKind.Failed, "1 blocking"), area.State(used, [warning, block]));
    }
}
