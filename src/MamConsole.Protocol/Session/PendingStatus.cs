using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>
/// A status that the server owes for a command of the device. Kept with the session, so that a repeated message gets the same bytes.
/// </summary>
/// <param name="CmdRef">The CmdID answered; "" when the command had none.</param>
/// <param name="Command">Its element's name.</param>
/// <param name="Code">The verdict.</param>
public sealed record PendingStatus(string CmdRef, string Command, StatusCode Code);
