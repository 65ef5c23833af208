namespace MamConsole.Server.DeviceActions;

/// <summary>The groups were read.</summary>
/// <param name="Changed">Whether they are others than before.</param>
internal sealed record GroupsRead(bool Changed);
