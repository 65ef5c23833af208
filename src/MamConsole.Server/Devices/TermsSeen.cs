using MamConsole.Server.Fleet;

namespace MamConsole.Server.Devices;

/// <summary>Whether a person accepted the terms of use when a device enrolled.</summary>
/// <param name="InForce">The version that was in force then.</param>
/// <param name="AcceptedVersion">What the person accepted; null when the person was not shown any, or enrolled without accepting.</param>
/// <param name="AcceptedAt">When.</param>
public sealed record TermsSeen(int InForce, int? AcceptedVersion, DateTimeOffset? AcceptedAt)
{
    internal static TermsSeen? Of(EnrollmentOrigin? origin) =>
        origin?.TermsInForce is { } number ? new TermsSeen(number, origin.Accepted?.Version, origin.Accepted?.At) : null;
}
