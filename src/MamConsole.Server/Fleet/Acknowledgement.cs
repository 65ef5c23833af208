namespace MamConsole.Server.Fleet;

/// <summary>One change of what a device acknowledged.</summary>
/// <param name="VersionId">The version it has since then.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="AcknowledgedAt">When the device said so.</param>
/// <param name="ReadAt">When what had changed was read back; null until then.</param>
/// <param name="SessionId">The session in which it said so.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Without">LocURIs that were not acknowledged at that time.</param>
internal sealed record Acknowledgement(
    long VersionId,
    DateTimeOffset SentAt,
    DateTimeOffset AcknowledgedAt,
    DateTimeOffset? ReadAt,
    string SessionId,
    int MessageId,
    IReadOnlyList<string> Without
);
