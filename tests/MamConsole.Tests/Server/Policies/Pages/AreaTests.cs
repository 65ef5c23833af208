using System.Text.Json;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.Server.Policies.Pages;
using MamConsole.Server.Ui;

namespace MamConsole.Tests.Server.Policies.Pages;

public sealed class AreaTests
{
    /// <summary>
    /// Reports in one message what a new area needs (docs/contributing.md, "A new area"): a property of the document, a line in
    /// <see cref="PolicyAreas"/>, a separate folder and a panel in the editor.
    /// </summary>
    [Fact]
    public void Area_HasDocumentMemberRegistryLineFolderAndPanel()
    {
        var members = JsonSerializer
            .SerializeToElement(new WrittenPolicy(), WrittenPolicy.Json)
            .EnumerateObject()
            .Select(member => member.Name)
            .Where(name => name != "schema")
            .ToArray();
        var areas = PolicyAreas.All.Select(area => area.Name).ToArray();
        string[] missing =
        [
            .. members.Except(areas).Select(name => $"{name}: a line in PolicyAreas.All"),
            .. areas.Except(members).Select(name => $"{name}: a property of WrittenPolicy"),
            .. PolicyAreas.All.SelectMany(area =>
                SettingsIn(area)
                    .Except(area.Settings.Select(setting => setting.Code))
                    .Select(code => $"{code}: a line in {Path.GetExtension(area.SettingsType.Namespace)![1..]}Catalog")
            ),
            .. PolicyAreas.All.SelectMany(area =>
                area.Settings.Select(setting => setting.Code)
                    .Except(SettingsIn(area))
                    .Select(code => $"{code}: a property of {area.SettingsType.Name}")
            ),
            .. PolicyAreas
                .All.Where(area => !AreaPanels.All.ContainsKey(area.SettingsType))
                .Select(area => $"{area.Name}: a panel that inherits PanelBase<{area.SettingsType.Name}>"),
            .. PolicyAreas
                .All.Where(area => area.SettingsType.Namespace!.Split('.')[^1] is var folder && !SameName(folder, area.Name))
                .Select(area => $"{area.Name}: a folder of its own in MamConsole.PolicyEngine, named like the area"),
            .. PolicyAreas.All.Where(area => !area.IsEmpty(new WrittenPolicy())).Select(area => $"{area.Name}: settings that set nothing"),
            .. PolicyAreas
                .All.GroupBy(area => area.Key)
                .Where(same => same.Count() > 1)
                .Select(same => $"{same.Last().Name}: a key of its own, {same.Key} is taken"),
        ];

        Assert.True(missing.Length == 0, $"Missing: {string.Join("; ", missing)}.");
        Assert.Equal(members, areas);
        Assert.Equal(AreaPanels.All.Count, areas.Length);
    }

    [Fact]
    public void With_PutsSettingsOfEachAreaInPlace()
    {
        var filled = new WrittenPolicy
        {
            DeviceLock = new() { History = "3" },
            Polling = new() { FirstCount = "2" },
        };
        foreach (var area in PolicyAreas.All)
        {
            var emptied = area.With(filled, area.SettingsOf(new WrittenPolicy()));

            Assert.True(area.IsEmpty(emptied));
            Assert.Equal(filled, area.With(emptied, area.SettingsOf(filled)));
        }
    }

    [Theory]
    [InlineData("deviceLock.minimumLength", "lock")]
    [InlineData("networkBoundary.ipRanges[2].first", "network")]
    [InlineData("assignment", "assignment")]
    [InlineData("deviceLockFoo", null)]
    public void At_FindsAreaOfFieldPath(string path, string? key) => Assert.Equal(key, PolicyAreas.At(path)?.Key);

    [Fact]
    public void Of_TakesWorstFindingOfTheArea()
    {
        var area = PolicyAreas.At("deviceLock")!;
        var used = new WrittenPolicy { DeviceLock = new() { MinimumLength = "3" } };
        Finding warning = new("DL-04", Severity.Warn, "deviceLock.characterGroups", "w");
        Finding block = new("DL-02", Severity.Block, "deviceLock.minimumLength", "b");
        Finding elsewhere = new("AS-01", Severity.Block, "assignment.people", "e");

        Assert.Equal(new AreaState(StatusKind.Unknown, "Not set"), AreaState.Of(area, new WrittenPolicy(), [elsewhere]));
        Assert.Equal(new AreaState(StatusKind.Ready, "Ready"), AreaState.Of(area, used, [elsewhere]));
        Assert.Equal(new AreaState(StatusKind.Attention, "1 warning"), AreaState.Of(area, used, [warning]));
        Assert.Equal(new AreaState(StatusKind.Failed, "1 blocking"), AreaState.Of(area, used, [warning, block]));
    }

    /// <summary>Returns the members of the JSON document of the area; further certificates belong to the setting of the first.</summary>
    private static IEnumerable<string> SettingsIn(PolicyArea area) =>
        WrittenPolicy
            .Json.GetTypeInfo(area.SettingsType)
            .Properties.Where(property => property.Get is not null && property.Name != "furtherRecoveryCertificates")
            .Select(property => $"{area.Name}.{property.Name}");

    private static bool SameName(string folder, string name) => string.Equals(folder, name, StringComparison.OrdinalIgnoreCase);
}
