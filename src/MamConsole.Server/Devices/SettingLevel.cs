namespace MamConsole.Server.Devices;

/// <summary>How far one setting has come, or what stands against it.</summary>
public enum SettingLevel
{
    Waiting,
    Sent,
    Acknowledged,
    ReadBack,
    Deferred,
    Unknown,
    Rejected,
    Differs,
    CannotEnforce,
}
