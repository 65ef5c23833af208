namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>The parsed read intervals.</summary>
public sealed record MonitoringRules(ReadPlan Plan)
{
    /// <summary>Returns null when nothing is set.</summary>
    internal static MonitoringRules? Parse(MonitoringSettings s) =>
        s == new MonitoringSettings()
            ? null
            : new(
                new ReadPlan(
                    Of(s.Settings, ReadPlan.Usual.Settings),
                    Of(s.Condition, ReadPlan.Usual.Condition),
                    Of(s.Hardware, ReadPlan.Usual.Hardware),
                    Of(s.BootHealth, ReadPlan.Usual.BootHealth),
                    Of(s.WorkLog, ReadPlan.Usual.WorkLog)
                )
            );

    private static TimeSpan? Of(ReadInterval? chosen, TimeSpan? usual) =>
        chosen switch
        {
            null => usual,
            ReadInterval.Call => TimeSpan.Zero,
            ReadInterval.Day => TimeSpan.FromDays(1),
            ReadInterval.Week => TimeSpan.FromDays(7),
            ReadInterval.Month => TimeSpan.FromDays(30),
            _ => null,
        };
}
