namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>Compiles the read plan of a version; the plan is not sent to the PC.</summary>
internal static class MonitoringCompiler
{
    public static ReadPlan? Compile(MonitoringRules? rules) => rules?.Plan == ReadPlan.Usual ? null : rules?.Plan;
}
