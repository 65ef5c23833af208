namespace MamConsole.Protocol.ActiveSync;

/// <summary>A document that is no EASProvisionDoc, or one that breaks a limit.</summary>
/// <param name="reason">What is wrong; never repeats what was sent.</param>
public sealed class EasFormatException(string reason) : FormatException(reason);
