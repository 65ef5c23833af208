using System.Text.Json;

namespace MamConsole.Server.Audit;

/// <summary>A stored audit event.</summary>
internal sealed record AuditEntry
{
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>The kind of event, such as <c>policyPublished</c>.</summary>
    public required string Action { get; init; }

    public required AuditSubject Subject { get; init; }

    /// <summary>A sentence that describes the event, composed from its values.</summary>
    public required string Summary { get; init; }

    /// <summary>The complete stored event: its members with previous and new values.</summary>
    public required JsonElement Event { get; init; }
}
