namespace MamConsole.Protocol.SyncML;

/// <summary>The bytes are no SyncML 1.2 message, or exceed a limit. The sender's fault: an endpoint answers 400.</summary>
/// <param name="reason">Why, in words that repeat nothing of what was sent.</param>
public sealed class SyncMLFormatException(string reason) : Exception(reason);
