namespace MamConsole.Protocol.SyncML;

/// <summary>
/// Thrown for bytes that are not a SyncML 1.2 message, or exceed a limit. The sender causes it: an endpoint responds with 400.
/// </summary>
/// <param name="reason">The reason as text. It never repeats content of the message.</param>
public sealed class SyncMLFormatException(string reason) : Exception(reason);
