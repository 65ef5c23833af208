namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// The schedule of <c>DMClient/Provider/…/Poll</c> (docs/reference/protocol.md §5.1): intervals in minutes, and numbers of retries. Null
/// omits a node, so that its default applies.
/// </summary>
public sealed record PollSchedule
{
    public int? IntervalForFirstSetOfRetries { get; init; }

    public int? NumberOfFirstRetries { get; init; }

    public int? IntervalForSecondSetOfRetries { get; init; }

    public int? NumberOfSecondRetries { get; init; }

    public int? IntervalForRemainingScheduledRetries { get; init; }

    /// <summary>The number of the remaining retries; 0 with an interval = unlimited.</summary>
    public int? NumberOfRemainingScheduledRetries { get; init; }

    /// <summary>Whether a session begins at each sign-in.</summary>
    public bool? PollOnLogin { get; init; }
}
