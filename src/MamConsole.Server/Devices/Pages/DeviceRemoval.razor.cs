using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.DeviceActions;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Devices.Pages;

/// <summary>Blocks, retires or releases a PC after a confirmation.</summary>
public sealed partial class DeviceRemoval
{
    private string name = "";
    private string reason = "";
    private RetireMode mode;
    private bool acting;
    private Problem? problem;

    [CascadingParameter]
    private Administrator Who { get; set; } = default!;

    [Inject]
    private BlockDevice BlockDevice { get; set; } = default!;

    [Inject]
    private UnblockDevice UnblockDevice { get; set; } = default!;

    [Inject]
    private RetireDevice RetireDevice { get; set; } = default!;

    [Inject]
    private ReleaseDevice ReleaseDevice { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter, EditorRequired]
    public DeviceDetail Device { get; set; } = default!;

    /// <summary>block, retire or release; null when no confirmation is open.</summary>
    [Parameter]
    public string? Do { get; set; }

    /// <summary>Raised after an action, so that the page reloads.</summary>
    [Parameter, EditorRequired]
    public EventCallback Changed { get; set; }

    private bool IsConfirmed => name.Trim() == Device.Row.DeviceName.Trim();

    private string? DisabledReason => IsConfirmed ? null : $"Type “{Device.Row.DeviceName}” first.";

    private string Here => Navigation.GetUriWithQueryParameter("do", (string?)null);

    private string Opens(string act) => Navigation.GetUriWithQueryParameter("do", act);

    private Task BlockAsync() =>
        ActAsync(async () =>
            (await BlockDevice.ExecuteAsync(Who, Device.Row.Id, reason.Trim(), CancellationToken.None)).Match<Problem?>(_ => null, p => p)
        );

    private Task UnblockAsync() =>
        ActAsync(async () =>
            (await UnblockDevice.ExecuteAsync(Who, Device.Row.Id, CancellationToken.None)).Match<Problem?>(_ => null, p => p)
        );

    private Task RetireAsync() =>
        ActAsync(async () =>
            (
                await RetireDevice.ExecuteAsync(
                    Who,
                    Device.Row.Id,
                    new RetireRequest
                    {
                        Mode = mode,
                        Confirmation = name,
                        Reason = reason.Trim(),
                    },
                    CancellationToken.None
                )
            ).Match<Problem?>(_ => null, p => p)
        );

    private Task ReleaseAsync() =>
        ActAsync(async () =>
            (
                await ReleaseDevice.ExecuteAsync(
                    Who,
                    Device.Row.Id,
                    new ReleaseRequest { Confirmation = name, Reason = reason.Trim() },
                    CancellationToken.None
                )
            ).Match<Problem?>(_ => null, p => p)
        );

    private async Task ActAsync(Func<Task<Problem?>> act)
    {
        if (acting)
        {
            return;
        }

        acting = true;
        problem = await act();
        acting = false;
        if (problem is null)
        {
            (name, reason) = ("", "");
            if (Do is not null)
            {
                Navigation.NavigateTo(Here);
            }
        }

        await Changed.InvokeAsync();
    }
}
