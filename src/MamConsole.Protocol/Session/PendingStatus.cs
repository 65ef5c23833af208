using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>
/// A status that the server must send for a command of the device. It is stored with the session, so that a repeated message gets the same
/// bytes.
/// </summary>
/// <param name="CmdRef">The CmdID of the command; empty when it had none.</param>
/// <param name="Command">The element name of the command.</param>
/// <param name="Code">The status.</param>
public sealed record PendingStatus(string CmdRef, string Command, StatusCode Code);
