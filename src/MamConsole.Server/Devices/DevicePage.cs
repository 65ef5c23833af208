namespace MamConsole.Server.Devices;

/// <summary>A page of devices, by person's name.</summary>
/// <param name="Rows">At most as many as requested.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Total">How many match in all.</param>
public sealed record DevicePage(IReadOnlyList<DeviceRow> Rows, string? Next, long Total);
