using System.Collections.Immutable;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>When a node that did not get its value is sent again with the same one. Another value is always sent at once.</summary>
/// <param name="Attempts">How often this value was sent in vain; 0 = never.</param>
/// <param name="Next">From when on it is sent again by itself; null = never.</param>
/// <param name="Build">The Windows build that refused it; null = not known. On another build it is tried again.</param>
public sealed record Retry(int Attempts, DateTimeOffset? Next, int? Build = null)
{
    /// <summary>Not by itself.</summary>
    public static readonly Retry Never = new(0, null);

    /// <summary>With the next check-in.</summary>
    public static readonly Retry AtOnce = new(0, DateTimeOffset.UnixEpoch);

    /// <summary>
    /// The pause after the first failure, the second and each further one: soon enough for what passes by itself (a clean-up, a busy
    /// provider), seldom
    /// enough that a device which never takes it costs next to nothing.
    /// </summary>
    private static readonly ImmutableArray<TimeSpan> Pauses = [TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(24)];

    /// <summary>After a device's verdict.</summary>
    /// <param name="code">The verdict; <see cref="StatusCode.None"/> when it said nothing.</param>
    /// <param name="attempts">The attempts with this one.</param>
    /// <param name="now">The time of the attempt.</param>
    /// <param name="build">The device's build.</param>
    public static Retry After(StatusCode code, int attempts, DateTimeOffset now, int? build) =>
        code.Class switch
        {
            StatusClass.None => AtOnce with { Attempts = attempts },
            StatusClass.Permanent => new Retry(attempts, null, build),
            // Broken off, not refused: the first time it need not wait.
            StatusClass.Cancelled when attempts == 1 => AtOnce with { Attempts = attempts },
            _ => Waiting(attempts, now),
        };

    /// <summary>After so many attempts, the pause that belongs to them.</summary>
    public static Retry Waiting(int attempts, DateTimeOffset now) =>
        new(attempts, now + Pauses[Math.Clamp(attempts, 1, Pauses.Length) - 1]);

    /// <summary>Whether it is sent again now.</summary>
    public bool IsDue(DateTimeOffset now, int? build) =>
        Next <= now || (Build is { } rejected && build is { } current && rejected != current);
}
