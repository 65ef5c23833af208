namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>Nothing is refused.</summary>
public sealed record NothingRejected() : Problem("This PC refuses nothing now, so there is nothing to send again.");
