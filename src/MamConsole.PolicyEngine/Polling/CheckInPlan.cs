using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>Three consecutive sets of check-ins. All are always written, because Windows would use its defaults for an omitted one
/// (docs/reference/protocol.md §5.1).</summary>
public sealed record CheckInPlan(CheckInSet First, CheckInSet Second, CheckInSet Later)
{
    internal static readonly CheckInPlan Suggested = new(new(3, 5), new(15, 8), new(480, 0));

    /// <summary>Parses the six numbers. Invalid numbers count as 0, and a set without an interval has no check-ins.</summary>
    internal static CheckInPlan Of(PollingSettings s) =>
        new(Set(s.FirstInterval, s.FirstCount), Set(s.SecondInterval, s.SecondCount), Set(s.LaterInterval, s.LaterCount));

    private static CheckInSet Set(string interval, string count) =>
        FindingRules.Number(interval) is > 0 and var minutes ? new(minutes, FindingRules.Number(count) ?? 0) : default;
}
