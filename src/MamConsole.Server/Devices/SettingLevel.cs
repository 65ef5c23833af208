namespace MamConsole.Server.Devices;

/// <summary>The deployment level of one setting, or its error.</summary>
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
