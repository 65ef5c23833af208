namespace MamConsole.Protocol.ActiveSync;

/// <summary>Thrown for a document that is not an EASProvisionDoc, or exceeds a limit.</summary>
/// <param name="reason">The fault. It never repeats content of the document.</param>
public sealed class EasFormatException(string reason) : FormatException(reason);
