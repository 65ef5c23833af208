using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

/// <summary>The properties by which the devices of the fleet are counted.</summary>
/// <param name="Enforces">Whether the Windows version of the device enforces WIP: 0 = no, 1 = yes, 2 = unknown build.</param>
internal readonly record struct CounterKey(long Assigned, long Acknowledged, long Sent, int Worst, bool WasRead, int Enforces)
{
    public static CounterKey Of(EnrolledDevice enrollment, DeviceSyncState state) =>
        new(
            state.Assigned,
            state.Acknowledged,
            state.Sent,
            state.Worst,
            state.WasRead,
            enrollment.Capability.EnforcesWip switch
            {
                true => 1,
                false => 0,
                null => 2,
            }
        );
}
