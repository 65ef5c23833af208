namespace MamConsole.PolicyEngine.Polling;

/// <summary>How often PCs check in, parsed.</summary>
/// <param name="Plan">Null = Windows' own, about once a day.</param>
/// <param name="PollOnLogin">Whether each sign-in is a call too; null = Windows' own, no.</param>
public sealed record PollingRules(CheckInPlan? Plan, bool? PollOnLogin)
{
    /// <summary>Null when nothing is set.</summary>
    internal static PollingRules? Parse(PollingSettings s) =>
        s.Schedule switch
        {
            PollingSchedule.Suggested => new(CheckInPlan.Suggested, s.PollOnLogin ?? true),
            PollingSchedule.Own => new(CheckInPlan.Of(s), s.PollOnLogin),
            _ => s.PollOnLogin is null ? null : new(null, s.PollOnLogin),
        };
}
