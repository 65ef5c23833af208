namespace MamConsole.Simulator;

/// <summary>
/// The HRESULTs that this device adds to a failed status. The first one is recorded (docs/reference/protocol.md §3.6), the others are
/// general errors of Windows.
/// </summary>
internal static class WindowsErrors
{
    public const string NodeNotFound = "0x86000002";
    public const string InvalidData = "0x8007000D";
    public const string InvalidArgument = "0x80070057";
    public const string AccessDenied = "0x80070005";
    public const string AlreadyExists = "0x800700B7";
    public const string Busy = "0x800700AA";
    public const string NotSupported = "0x80070032";
}
