using MamConsole.Server.Access;
using MamConsole.Server.DeviceActions;
using MamConsole.Server.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.Devices.Pages;

/// <summary>Why does this PC get that policy, and what would change it?</summary>
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
                    (ring, result) = ("", $"It is in {now} now; what follows from that comes with its next check-in.");
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
                        ? "Read: they are others than before. What follows from that comes with its next check-in."
                        : "Read: they are as before.";
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
            ? $"{pc.Row.DeviceName} gets {name}, version {pc.Row.AssignedNumber}, with its next "
                + $"call{(pc.Row.Acknowledged == pc.Row.Assigned ? "; it has it already" : "")}."
            : $"{pc.Row.DeviceName} gets no policy: none that is published is for it.";
}
