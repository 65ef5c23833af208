namespace MamConsole.Server.Sessions;

/// <summary>A page of sessions, newest first.</summary>
/// <param name="Rows">At most as many as asked for.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record SessionPage(IReadOnlyList<SessionRow> Rows, string? Next);
