namespace MamConsole.Server.Audit;

/// <summary>Events, newest first.</summary>
/// <param name="Entries">The events.</param>
/// <param name="Next">The value of <c>after</c> for the next page (<see cref="AuditFilter.Before"/>); absent on the last page.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);
