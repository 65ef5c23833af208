using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>Describes the check-in schedule as statements.</summary>
internal static class PollingWords
{
    public const string Area = "Check-in schedule";

    public static IEnumerable<Statement> Describe(PollingSettings s)
    {
        if (s.Schedule is { } schedule)
        {
            var plan = schedule == PollingSchedule.Own ? CheckInPlan.Of(s) : CheckInPlan.Suggested;
            var sets = new[] { plan.First, plan.Second, plan.Later }.Where(set => set.IsOn).Select(Set).ToArray();
            yield return ToStatement(
                "rhythm",
                schedule == PollingSchedule.Own ? "custom" : "suggested",
                sets.Length == 0 ? "No check-in is planned yet." : $"PCs check in {string.Join(", then ", sets)}.",
                Wording.Uris(
                    DMClientCsp.IntervalForFirstSetOfRetries,
                    DMClientCsp.NumberOfFirstRetries,
                    DMClientCsp.IntervalForSecondSetOfRetries,
                    DMClientCsp.NumberOfSecondRetries,
                    DMClientCsp.IntervalForRemainingScheduledRetries,
                    DMClientCsp.NumberOfRemainingScheduledRetries
                )
            );
        }

        if ((s.PollOnLogin ?? (s.Schedule == PollingSchedule.Suggested ? true : null)) is { } login)
        {
            yield return ToStatement(
                "pollOnLogin",
                login ? "checks in" : "no extra check-in",
                login ? "PCs also check in when a user signs in." : "PCs do not check in when a user signs in.",
                Wording.Uris(DMClientCsp.PollOnLogin)
            );
        }
    }

    private static string Set(CheckInSet set) =>
        $"every {Each(set.Interval)}{(set.Count == 0 ? "" : set.Count == 1 ? " once" : $" {set.Count} times")}";

    /// <summary>Returns the text after "every": "hour", "8 hours".</summary>
    private static string Each(int minutes) =>
        minutes switch
        {
            1 => "minute",
            60 => "hour",
            1440 => "day",
            _ => Interval(minutes),
        };

    /// <summary>Returns the interval in the largest exact unit: "1 hour", "8 hours", "90 minutes".</summary>
    internal static string Interval(int minutes) =>
        minutes switch
        {
            1 => "1 minute",
            60 => "1 hour",
            1440 => "1 day",
            _ when minutes % 1440 == 0 => $"{minutes / 1440} days",
            _ when minutes % 60 == 0 => $"{minutes / 60} hours",
            _ => $"{minutes} minutes",
        };

    private static Statement ToStatement(string field, string value, string sentence, ValueList<string> nodes) =>
        new($"polling.{field}", Area, PollingCatalog.Settings.LabelOf(field), value, sentence, [], nodes);
}
