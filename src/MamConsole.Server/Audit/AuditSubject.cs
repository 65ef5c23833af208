namespace MamConsole.Server.Audit;

/// <summary>What it was done to.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Id">Its id as people see it.</param>
/// <param name="Name">Its name at that time.</param>
internal sealed record AuditSubject(SubjectKind Kind, string Id, string Name);
