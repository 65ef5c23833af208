using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>How long a change takes to reach a PC that is on and online, by the set of calls that goes on for ever.</summary>
/// <param name="MaximumMinutes">The time between two calls: the worst that can happen.</param>
/// <param name="AtSignIn">Whether each sign-in is a call too.</param>
public sealed record CheckInForecast(int MaximumMinutes, bool AtSignIn)
{
    /// <summary>What Windows falls back to when no set goes on for ever (docs/reference/protocol.md §5.1).</summary>
    public const int WindowsOwnMinutes = 24 * 60;

    /// <summary>What enrollment hands out, unless this server's settings leave it out.</summary>
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

    /// <summary>The same in a few words.</summary>
    public string Short =>
        $"within {PollingWords.Interval(MaximumMinutes)} where it is on{(AtSignIn ? ", at once when somebody signs in" : "")}; a "
        + "silent PC gets it when it comes back";

    /// <summary>The same in a sentence.</summary>
    public string Sentence =>
        $"A change that you publish reaches a PC that is on within {PollingWords.Interval(MaximumMinutes)}, in about "
        + $"{PollingWords.Interval(Math.Max(1, MaximumMinutes / 2))} on average"
        + (AtSignIn ? ", and at once when somebody signs in." : ".")
        + " A PC that is off gets it when it comes back.";

    /// <summary>What the lost-contact timer means beside this rhythm; null without a timer.</summary>
    public string? LostContact(string? lostContactDays, bool? revokeOnUnenroll)
    {
        return FindingRules.Number(lostContactDays) is > 0 and var days
            ? $"A PC that reaches no server for {Wording.Unit(days, "day")} leaves by itself"
                + (revokeOnUnenroll == false ? "; its work files stay readable." : ", and its work files become unreadable.")
            : null;
    }

    private static int Endless(CheckInPlan plan) =>
        plan.First.IsEndless ? plan.First.Interval
        : plan.Second.IsEndless ? plan.Second.Interval
        : plan.Later.IsEndless ? plan.Later.Interval
        : WindowsOwnMinutes;
}
