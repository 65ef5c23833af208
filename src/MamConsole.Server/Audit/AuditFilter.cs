namespace MamConsole.Server.Audit;

/// <summary>Selects audit events; all given conditions must be met.</summary>
internal sealed record AuditFilter
{
    /// <summary><see cref="Actor.Id"/>.</summary>
    public string? ActorId { get; init; }

    public SubjectKind? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    /// <summary>The kind of event, such as <c>policyPublished</c>.</summary>
    public string? Action { get; init; }

    /// <summary>A part of the event's code or texts, of the actor's name or of the subject's name.</summary>
    public string? Text { get; init; }

    /// <summary>Only events before this sequence number: <see cref="AuditPage.Next"/> of the previous page.</summary>
    public long? Before { get; init; }

    /// <summary>The maximum number of events, 1 to 200.</summary>
    public int Take { get; init; } = 50;
}
