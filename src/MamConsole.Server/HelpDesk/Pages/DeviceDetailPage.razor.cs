using MamConsole.Server.HelpDesk.Actions;
using MamConsole.Server.Ui;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.HelpDesk.Pages;

/// <summary>What is going on with this person's PC, and what do I say?</summary>
public sealed partial class DeviceDetailPage
{
    private const int Requests = 10;
    private Outcome<DeviceDetail>? device;
    private Outcome<RequestPage>? requests;

    [Inject]
    private DeviceQueries Queries { get; set; } = default!;

    [Inject]
    private RequestQueries RequestQueries { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public string DeviceId { get; set; } = "";

    [SupplyParameterFromQuery]
    private int? Wire { get; set; }

    /// <summary>1 = only settings that need somebody.</summary>
    [SupplyParameterFromQuery]
    private int? Only { get; set; }

    /// <summary>Which act is being confirmed: block, retire, release; null = none.</summary>
    [SupplyParameterFromQuery]
    private string? Do { get; set; }

    protected override async Task LoadAsync()
    {
        device = await Queries.GetAsync(Who, DeviceId, Leaving);
        requests = await RequestQueries.ListAsync(Who, DeviceId, null, Requests, Leaving);
    }

    /// <summary>After an act of this page.</summary>
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
            pc.Exceptions.Count > 0 ? Plural.Of(pc.Exceptions.Count, "exception") : null,
        ];
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }
}
