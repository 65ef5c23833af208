namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>Since when it holds.</summary>
public sealed record ActedAt(DateTimeOffset At);
