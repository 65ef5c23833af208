using MamConsole.PolicyEngine.Areas;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>Monitoring; it compiles to no node, but to a plan of reads (<see cref="MonitoringCompiler"/>).</summary>
internal static class MonitoringArea
{
    public static readonly AreaDescriptor<MonitoringSettings, MonitoringRules> Descriptor = new()
    {
        Name = "monitoring",
        Key = "monitoring",
        Title = MonitoringWords.Area,
        Introduction = "Defines what this server reads from PCs, and how often. All of it costs messages; some of it is personal data.",
        Settings = MonitoringCatalog.Settings.Settings,
        Validator = new MonitoringValidator(),
        Parse = (s, _) => MonitoringRules.Parse(s),
        Describe = MonitoringWords.Describe,
    };
}
