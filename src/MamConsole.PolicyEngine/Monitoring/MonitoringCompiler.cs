namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>To the plan that goes with the nodes: what is read is no setting of the PC.</summary>
internal static class MonitoringCompiler
{
    public static ReadPlan? Compile(MonitoringRules? rules) => rules?.Plan == ReadPlan.Usual ? null : rules?.Plan;
}
