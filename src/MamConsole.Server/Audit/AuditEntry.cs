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

    /// <summary>What happened, in one sentence; made from the event.</summary>
    public required string Summary { get; init; }

    /// <summary>The whole event as it was written: its members with before and after.</summary>
    public required JsonElement Event { get; init; }
}
