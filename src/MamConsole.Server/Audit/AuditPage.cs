namespace MamConsole.Server.Audit;

/// <summary>Events, newest first.</summary>
/// <param name="Entries">The events.</param>
/// <param name="Next">What the next page's <see cref="AuditFilter.Before"/> is; null on the last page.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);
