using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>Monitoring: no node comes from it, but a plan of reads (<see cref="MonitoringCompiler"/>).</summary>
internal static class MonitoringArea
{
    public static readonly AreaDescriptor<MonitoringSettings, MonitoringRules> Descriptor = new()
    {
        Name = "monitoring",
        Key = "monitoring",
        Title = MonitoringWords.Area,
        Introduction = "What this server asks PCs, and how often. All of it costs messages; some of it is about people.",
        Settings = MonitoringCatalog.Settings.Settings,
        Validator = new MonitoringValidator(),
        Parse = (s, _) => MonitoringRules.Parse(s),
        Describe = MonitoringWords.Describe,
    };
}
