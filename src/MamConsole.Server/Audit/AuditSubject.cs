namespace MamConsole.Server.Audit;

/// <summary>The subject of an audited action.</summary>
/// <param name="Kind">The kind of subject.</param>
/// <param name="Id">Its ID as shown to people.</param>
/// <param name="Name">Its name at that time.</param>
internal sealed record AuditSubject(SubjectKind Kind, string Id, string Name);
