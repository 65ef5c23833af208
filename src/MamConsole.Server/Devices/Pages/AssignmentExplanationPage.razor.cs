using MamConsole.Server.Access;
using MamConsole.Server.DeviceActions;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Devices.Pages;

/// <summary>Shows why a PC gets its policy, and changes its ring.</summary>
public sealed partial class AssignmentExplanationPage
{
    private Outcome<DeviceDetail>? device;
    private Outcome<DeviceAssignment>? assignment;
    private string ring = "";
    private string? result;
    private Problem? problem;
    private bool acting;

    [Inject]
    private DeviceQueries Queries { get; set; } = default!;

    [Inject]
    private AssignmentQueries Assignments { get; set; } = default!;

    [Inject]
    private SetRing SetRing { get; set; } = default!;

    [Inject]
    private ReadPersonGroups ReadPersonGroups { get; set; } = default!;

    [Parameter]
    public string DeviceId { get; set; } = "";

    protected override async Task LoadAsync()
    {
        device = await Queries.GetAsync(Who, DeviceId, Disposal);
        assignment = await Assignments.GetAsync(Who, DeviceId, Disposal);
    }

    private bool MayAct(DeviceDetail pc) => pc.Removal.EndedAt is null && Who.Can(Ability.OperateDevices);

    private Task MoveAsync() =>
        ActAsync(async () =>
            (await SetRing.ExecuteAsync(Who, DeviceId, ring, CancellationToken.None)).Match<Problem?>(
                now =>
                {
                    (ring, result) = ("", $"The PC is in {now} now; changes that follow take effect at its next check-in.");
                    return null;
                },
                rejected => rejected
            )
        );

    private Task ReadAsync() =>
        ActAsync(async () =>
            (await ReadPersonGroups.ExecuteAsync(Who, DeviceId, CancellationToken.None)).Match<Problem?>(
                changed =>
                {
                    result = changed
                        ? "The groups were read and have changed. Changes that follow take effect at the next check-in."
                        : "The groups were read and have not changed.";
                    return null;
                },
                rejected => rejected
            )
        );

    private async Task ActAsync(Func<Task<Problem?>> act)
    {
        if (acting)
        {
            return;
        }

        (acting, result, problem) = (true, null, null);
        problem = await act();
        acting = false;
        await LoadAsync();
    }

    private static string StateSentence(DeviceDetail pc) =>
        pc.Row.PolicyName is { } name
            ? $"{pc.Row.DeviceName} gets {name}, version {pc.Row.AssignedNumber}, at its next "
                + $"check-in{(pc.Row.Acknowledged == pc.Row.Assigned ? "; it already has this version" : "")}."
            : $"{pc.Row.DeviceName} gets no policy: no published policy is assigned to it.";
}
