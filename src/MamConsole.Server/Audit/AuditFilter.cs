namespace MamConsole.Server.Audit;

/// <summary>Which events; everything that is given must hold.</summary>
internal sealed record AuditFilter
{
    /// <summary><see cref="Actor.Id"/>.</summary>
    public string? ActorId { get; init; }

    public SubjectKind? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    /// <summary>The kind of event: <c>policyPublished</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Part of the event's code or texts, of the actor's name or of the subject's.</summary>
    public string? Text { get; init; }

    /// <summary>Only events before this sequence number: <see cref="AuditPage.Next"/> of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}
