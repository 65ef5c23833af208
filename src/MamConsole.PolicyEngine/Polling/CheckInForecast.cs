using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>The time until a change reaches a PC that is on and online, according to the check-in set that never ends.</summary>
/// <param name="MaximumMinutes">The minutes between two check-ins: the worst case.</param>
/// <param name="AtSignIn">Whether each sign-in causes a check-in too.</param>
public sealed record CheckInForecast(int MaximumMinutes, bool AtSignIn)
{
    /// <summary>The fallback of Windows when all sets end (docs/reference/protocol.md §5.1).</summary>
    public const int WindowsOwnMinutes = 24 * 60;

    /// <summary>The schedule that enrollment assigns, unless this server's settings omit it.</summary>
    private static readonly CheckInForecast Enrolled = new(CheckInPlan.Suggested.Later.Interval, AtSignIn: true);

    public static CheckInForecast Of(PollingSettings s)
    {
        ArgumentNullException.ThrowIfNull(s);
        var plan = s.Schedule switch
        {
            PollingSchedule.Suggested => CheckInPlan.Suggested,
            PollingSchedule.Own => CheckInPlan.Of(s),
            _ => null,
        };
        return plan is null
            ? Enrolled with
            {
                AtSignIn = s.PollOnLogin ?? Enrolled.AtSignIn,
            }
            : new(Endless(plan), s.PollOnLogin ?? s.Schedule == PollingSchedule.Suggested);
    }

    /// <summary>The forecast as a phrase.</summary>
    public string Short =>
        $"within {PollingWords.Interval(MaximumMinutes)} where it is on{(AtSignIn ? ", at once when a user signs in" : "")}; a "
        + "PC that is off gets it at its next check-in";

    /// <summary>The forecast as a sentence.</summary>
    public string Sentence =>
        $"A change that you publish reaches a PC that is on within {PollingWords.Interval(MaximumMinutes)}, in about "
        + $"{PollingWords.Interval(Math.Max(1, MaximumMinutes / 2))} on average"
        + (AtSignIn ? ", and at once when a user signs in." : ".")
        + " A PC that is off gets it at its next check-in.";

    /// <summary>The effect of the lost-contact timer; null without a timer.</summary>
    public string? LostContact(string? lostContactDays, bool? revokeOnUnenroll)
    {
        return FindingRules.Number(lostContactDays) is > 0 and var days
            ? $"A PC without contact for {Wording.Unit(days, "day")} unenrolls itself"
                + (revokeOnUnenroll == false ? "; its work files stay readable." : ", and its work files become unreadable.")
            : null;
    }

    private static int Endless(CheckInPlan plan) =>
        plan.First.IsEndless ? plan.First.Interval
        : plan.Second.IsEndless ? plan.Second.Interval
        : plan.Later.IsEndless ? plan.Later.Interval
        : WindowsOwnMinutes;
}
