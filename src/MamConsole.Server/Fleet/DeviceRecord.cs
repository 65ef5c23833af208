using MamConsole.PolicyEngine.Deployment;

namespace MamConsole.Server.Fleet;

/// <summary>Everything that one call of a device needs, read at once.</summary>
/// <param name="Enrollment">Who it is.</param>
/// <param name="SyncState">Where it stands.</param>
/// <param name="Session">Its live session, if any.</param>
/// <param name="SessionAt">When that was last written.</param>
internal sealed record DeviceRecord(EnrolledDevice Enrollment, DeviceSyncState SyncState, StoredSession? Session, DateTimeOffset? SessionAt)
{
    /// <summary>Whether one-off commands are open.</summary>
    public bool HasCommands { get; init; }
}
