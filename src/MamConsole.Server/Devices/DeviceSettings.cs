namespace MamConsole.Server.Devices;

/// <summary>The settings of a device with its setting errors and drift.</summary>
public sealed record DeviceSettings(IReadOnlyList<SettingState> Settings, IReadOnlyList<SettingDeviationState> Deviations);
