namespace MamConsole.Server.Sessions;

/// <summary>A page of sessions, newest first.</summary>
/// <param name="Rows">At most as many rows as requested.</param>
/// <param name="Next">The key of the next page; null on the last page.</param>
public sealed record SessionPage(IReadOnlyList<SessionRow> Rows, string? Next);
