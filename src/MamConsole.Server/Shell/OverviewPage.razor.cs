using MamConsole.Server.Devices;
using MamConsole.Server.Policies;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Shell;

/// <summary>The state of all PCs, and what needs attention.</summary>
public sealed partial class OverviewPage
{
    private const int PcsNamed = 3;
    private FleetOverview? fleet;
    private IReadOnlyList<AttentionItem> attention = [];
    private IReadOnlyList<VersionInUse> versions = [];
    private string? firstPolicy;

    [Inject]
    private FleetStates Fleet { get; set; } = default!;

    [Inject]
    private PolicyQueries Policies { get; set; } = default!;

    [Inject]
    private DeviceQueries Devices { get; set; } = default!;

    private string StateSentence =>
        fleet is null ? "The state of this server and its PCs."
        : fleet.Enrolled == 0 ? "No PC has enrolled yet."
        : attention.Count(a => a.Kind is StatusKind.Failed or StatusKind.Attention) is > 0 and var n
            ? $"{Plural.Of(n, "item")} {(n == 1 ? "needs" : "need")} attention, most severe first."
        : fleet.UpToDate == fleet.Enrolled ? "All PCs are up to date."
        : "Deployment is in progress; nothing needs attention.";

    protected override async Task LoadAsync()
    {
        var policies = (await Policies.ListAsync(Who, Disposal)).Match(items => items, _ => []);
        var overview = await Fleet.GetAsync(Disposal);
        attention =
        [
            .. await NamedAsync(
                DeviceState.Failed,
                "rejects a setting or reads back another value",
                "Open it to see which setting, since when, and the next steps."
            ),
            .. await NamedAsync(
                DeviceState.Attention,
                "has deferred or unknown settings",
                "This resolves with the next check-ins, or the page shows the next steps."
            ),
            .. AttentionItem.Certificates(policies, Time.GetUtcNow()),
            .. AttentionItem.Drafts(policies),
            .. AttentionItem.Stale(overview.Stale),
        ];
        versions = VersionInUse.List(policies, overview.Versions);
        firstPolicy = policies is [var first, ..] ? first.PolicyId : null;
        fleet = overview;
    }

    private async Task<IEnumerable<AttentionItem>> NamedAsync(DeviceState state, string what, string reason)
    {
        var found = (await Devices.ListAsync(Who, new DeviceFilter { State = state, Take = PcsNamed }, Disposal)).Match<DevicePage?>(
            p => p,
            _ => null
        );
        return found is null ? [] : AttentionItem.Devices(state, found, what, reason);
    }
}
