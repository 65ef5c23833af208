namespace MamConsole.PolicyEngine.Polling;

/// <summary>The parsed check-in schedule.</summary>
/// <param name="Plan">Null = Windows' default, about once a day.</param>
/// <param name="PollOnLogin">Whether each sign-in causes a check-in too; null = Windows' default, no.</param>
public sealed record PollingRules(CheckInPlan? Plan, bool? PollOnLogin)
{
    /// <summary>Returns null when nothing is set.</summary>
    internal static PollingRules? Parse(PollingSettings s) =>
        s.Schedule switch
        {
            PollingSchedule.Suggested => new(CheckInPlan.Suggested, s.PollOnLogin ?? true),
            PollingSchedule.Own => new(CheckInPlan.Of(s), s.PollOnLogin),
            _ => s.PollOnLogin is null ? null : new(null, s.PollOnLogin),
        };
}
