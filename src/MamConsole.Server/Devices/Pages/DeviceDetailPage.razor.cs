using MamConsole.Server.DeviceActions;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Devices.Pages;

/// <summary>Shows the state of a person's PC, with a summary for a support call.</summary>
public sealed partial class DeviceDetailPage
{
    private const int Requests = 10;
    private Outcome<DeviceDetail>? device;
    private Outcome<DeviceActionPage>? actions;

    [Inject]
    private DeviceQueries Queries { get; set; } = default!;

    [Inject]
    private DeviceActionQueries DeviceActionQueries { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string DeviceId { get; set; } = "";

    [SupplyParameterFromQuery]
    private int? Wire { get; set; }

    /// <summary>1 = only settings that need attention.</summary>
    [SupplyParameterFromQuery]
    private int? Only { get; set; }

    /// <summary>The action that is being confirmed: block, retire, release; null = none.</summary>
    [SupplyParameterFromQuery]
    private string? Do { get; set; }

    protected override async Task LoadAsync()
    {
        device = await Queries.GetAsync(Who, DeviceId, Disposal);
        actions = await DeviceActionQueries.ListAsync(Who, DeviceId, null, Requests, Disposal);
    }

    /// <summary>Runs after an action of this page.</summary>
    private async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private static string Possessive(string name) => DeviceWords.Possessive(name);

    private static string StateSentence(DeviceDetail pc)
    {
        string?[] parts =
        [
            pc.Row.DeviceName,
            pc.Row.Model,
            pc.Row.PolicyName is null ? "no policy" : $"{pc.Row.PolicyName}, version {pc.Row.AssignedNumber}",
            DeviceWords.Of(pc.Row.State).Word,
            pc.Deviations.Count > 0 ? DeviceWords.Deviations(pc.Deviations.Count) : null,
        ];
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }
}
