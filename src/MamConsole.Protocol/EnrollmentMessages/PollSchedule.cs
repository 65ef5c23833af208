namespace MamConsole.Protocol.EnrollmentMessages;

/// <summary>
/// The schedule of <c>DMClient/Provider/…/Poll</c> (docs/reference/protocol.md §5.1): intervals in minutes, numbers of tries; null leaves a
/// node at its default.
/// </summary>
public sealed record PollSchedule
{
    public int? IntervalForFirstSetOfRetries { get; init; }

    public int? NumberOfFirstRetries { get; init; }

    public int? IntervalForSecondSetOfRetries { get; init; }

    public int? NumberOfSecondRetries { get; init; }

    public int? IntervalForRemainingScheduledRetries { get; init; }

    /// <summary>0 beside an interval = for ever.</summary>
    public int? NumberOfRemainingScheduledRetries { get; init; }

    /// <summary>A session at each sign-in.</summary>
    public bool? PollOnLogin { get; init; }
}
