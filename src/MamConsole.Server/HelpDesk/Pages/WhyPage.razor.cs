using MamConsole.Server.Access;
using MamConsole.Server.HelpDesk.Actions;
using Microsoft.AspNetCore.Components;

namespace MamConsole.Server.HelpDesk.Pages;

/// <summary>Why does this PC get that policy, and what would change it?</summary>
public sealed partial class WhyPage
{
    private Outcome<DeviceDetail>? device;
    private Outcome<DeviceAssignment>? assignment;
    private string ring = "";
    private string? said;
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
        device = await Queries.GetAsync(Who, DeviceId, Leaving);
        assignment = await Assignments.GetAsync(Who, DeviceId, Leaving);
    }

    private bool MayAct(DeviceDetail pc) => pc.Removal.EndedAt is null && Who.Can(Ability.OperateDevices);

    private Task MoveAsync() =>
        ActAsync(async () =>
            (await SetRing.ExecuteAsync(Who, DeviceId, ring, CancellationToken.None)).Match<Problem?>(
                now =>
                {
                    (ring, said) = ("", $"It is in {now} now; what follows from that comes with its next call.");
                    return null;
                },
                refused => refused
            )
        );

    private Task ReadAsync() =>
        ActAsync(async () =>
            (await ReadPersonGroups.ExecuteAsync(Who, DeviceId, CancellationToken.None)).Match<Problem?>(
                changed =>
                {
                    said = changed
                        ? "Read: they are others than before. What follows from that comes with its next call."
                        : "Read: they are as before.";
                    return null;
                },
                refused => refused
            )
        );

    private async Task ActAsync(Func<Task<Problem?>> act)
    {
        if (acting)
        {
            return;
        }

        (acting, said, problem) = (true, null, null);
        problem = await act();
        acting = false;
        await LoadAsync();
    }

    private static string StateSentence(DeviceDetail pc) =>
        pc.Row.PolicyName is { } name
            ? $"{pc.Row.DeviceName} gets {name}, version {pc.Row.AssignedNumber}, with its next call{(pc.Row.AcknowledgedNumber == pc.Row.AssignedNumber ? "; it has it already" : "")}."
            : $"{pc.Row.DeviceName} gets no policy: none that is published is for it.";
}
