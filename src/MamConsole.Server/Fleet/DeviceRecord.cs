using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

/// <summary>The data of a device that one of its requests needs, read in one query.</summary>
/// <param name="Enrollment">The enrollment of the device.</param>
/// <param name="SyncState">The sync state of the device.</param>
/// <param name="Session">The live session; null when there is none.</param>
/// <param name="SessionAt">When the live session was last written; null when there is none.</param>
internal sealed record DeviceRecord(EnrolledDevice Enrollment, DeviceSyncState SyncState, StoredSession? Session, DateTimeOffset? SessionAt)
{
    /// <summary>Whether device actions are open.</summary>
    public bool HasCommands { get; init; }
}
