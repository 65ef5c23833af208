namespace MamConsole.Server.DeviceActions;

/// <summary>The result of reading the groups.</summary>
/// <param name="Changed">Whether the groups differ from those stored before.</param>
internal sealed record GroupsRead(bool Changed);
