using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>The time at which a failed node is sent again with the same value. Another value is always sent immediately.</summary>
/// <param name="Attempts">The number of failed attempts with this value; 0 = none.</param>
/// <param name="Next">The time of the next automatic attempt; null = never.</param>
/// <param name="Build">The Windows build that rejected it; null = not known. On another build it is sent again.</param>
public sealed record Retry(int Attempts, DateTimeOffset? Next, int? Build = null)
{
    /// <summary>No automatic retry.</summary>
    public static readonly Retry Never = new(0, null);

    /// <summary>A retry at the next check-in.</summary>
    public static readonly Retry AtOnce = new(0, DateTimeOffset.UnixEpoch);

    /// <summary>
    /// The pause after the first failure, the second and each further one: short enough for temporary causes (a clean-up, a busy CSP), and
    /// long enough that a device that never accepts the value causes little load.
    /// </summary>
    private static readonly ImmutableArray<TimeSpan> Pauses = [TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(24)];

    /// <summary>Returns the retry after a device's verdict.</summary>
    /// <param name="code">The verdict; <see cref="StatusCode.None"/> when there is none.</param>
    /// <param name="attempts">The number of attempts with this value.</param>
    /// <param name="now">The time of the attempt.</param>
    /// <param name="build">The device's build.</param>
    public static Retry After(StatusCode code, int attempts, DateTimeOffset now, int? build) =>
        code.Class switch
        {
            StatusClass.None => AtOnce with { Attempts = attempts },
            StatusClass.Permanent => new Retry(attempts, null, build),
            // The command was interrupted, not rejected, so the first retry needs no pause.
            StatusClass.Cancelled when attempts == 1 => AtOnce with { Attempts = attempts },
            _ => Waiting(attempts, now),
        };

    /// <summary>Returns the retry with the pause for that number of attempts.</summary>
    public static Retry Waiting(int attempts, DateTimeOffset now) =>
        new(attempts, now + Pauses[Math.Clamp(attempts, 1, Pauses.Length) - 1]);

    /// <summary>Whether the retry is due now.</summary>
    public bool IsDue(DateTimeOffset now, int? build) =>
        Next <= now || (Build is { } rejected && build is { } current && rejected != current);
}
