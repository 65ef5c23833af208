using MamConsole.Server.Outcomes;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Devices.Pages;

/// <summary>Lists enrolled PCs by search text and state.</summary>
public sealed partial class DevicesPage
{
    private const int PageSize = 50;
    private Outcome<DevicePage>? page;
    private string words = "";

    [Inject]
    private DeviceQueries Queries { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Policy { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    private DeviceState? Filter =>
        Enum.TryParse<DeviceState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    private bool IsFiltered => !string.IsNullOrEmpty(Q) || Filter is not null || Policy is not null;

    private string StateSentence =>
        page is not Outcome<DevicePage>.Done { Value.Total: var total } ? "The PCs that enrolled with this server."
        : IsFiltered ? $"{Plural.Of(total, "PC")} {(total == 1 ? "matches" : "match")}."
        : $"{Plural.Of(total, "PC")} enrolled.";

    protected override void OnParametersSet() => words = Q ?? "";

    protected override async Task LoadAsync() =>
        page = await Queries.ListAsync(
            Who,
            new DeviceFilter
            {
                Search = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(),
                State = Filter,
                PolicyId = Policy,
                After = After,
                Take = PageSize,
            },
            Disposal
        );

    private void Find() => Navigation.NavigateTo(Href(words.Trim(), State));

    private string Href(string? q, string? state, string? after = null)
    {
        var parts = new[] { ("q", q), ("state", state), ("policy", Policy), ("after", after) }
            .Where(p => !string.IsNullOrEmpty(p.Item2))
            .Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        var query = string.Join('&', parts);
        return query.Length == 0 ? "devices" : $"devices?{query}";
    }
}
