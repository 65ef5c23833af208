using System.Text.Json;

namespace MamConsole.Server.Audit;

/// <summary>An event as the trail keeps it.</summary>
internal sealed record AuditEntry
{
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>The kind of event: <c>policyPublished</c>.</summary>
    public required string Action { get; init; }

    public required AuditSubject Subject { get; init; }

    /// <summary>What happened, in one sentence without its subject.</summary>
    public required string Words { get; init; }

    /// <summary>The whole event as it was written: its members with before and after.</summary>
    public required JsonElement Event { get; init; }
}

/// <summary>Which events; everything that is given must hold.</summary>
internal sealed record AuditFilter
{
    /// <summary><see cref="Actor.Id"/>.</summary>
    public string? ActorId { get; init; }

    public SubjectKind? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    /// <summary>The kind of event: <c>policyPublished</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Part of the words, of the actor's name or of the subject's.</summary>
    public string? Text { get; init; }

    /// <summary>Only events before this sequence number: <see cref="AuditPage.Next"/> of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>1 to 200.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>Events, newest first.</summary>
/// <param name="Entries">The events.</param>
/// <param name="Next">What the next page's <see cref="AuditFilter.Before"/> is; null on the last page.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);
