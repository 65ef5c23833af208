namespace MamConsole.Server.Devices;

/// <summary>What one device should have and has.</summary>
public sealed record DeviceSettings(IReadOnlyList<SettingState> Settings, IReadOnlyList<SettingDeviationState> Deviations);
