namespace MamConsole.Server.Fleet;

/// <summary>A change of the policy version that a device acknowledged.</summary>
/// <param name="VersionId">The version that the device has since then.</param>
/// <param name="SentAt">When the version was sent.</param>
/// <param name="AcknowledgedAt">When the device acknowledged the version.</param>
/// <param name="ReadAt">When the changed settings were read back; null until then.</param>
/// <param name="SessionId">The session that contains the acknowledgement.</param>
/// <param name="MessageId">The message that contains the acknowledgement.</param>
/// <param name="Without">LocURIs that the device had not acknowledged at that time.</param>
internal sealed record Acknowledgement(
    long VersionId,
    DateTimeOffset SentAt,
    DateTimeOffset AcknowledgedAt,
    DateTimeOffset? ReadAt,
    string SessionId,
    int MessageId,
    IReadOnlyList<string> Without
);
