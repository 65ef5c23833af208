namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>Whether it was blocked before.</summary>
public sealed record Unblocked(bool WasBlocked);
