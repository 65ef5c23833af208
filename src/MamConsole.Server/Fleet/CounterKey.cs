using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

/// <summary>What the fleet is counted by.</summary>
/// <param name="Enforces">0 = this Windows does not enforce WIP, 1 = it does, 2 = not known.</param>
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
