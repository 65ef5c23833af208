using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Monitoring;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>MON-05: the WIP audit log stays empty because the policy protects nothing.</summary>
internal sealed class MonitoringCrossChecks : AbstractValidator<MonitoringSettings>
{
    public MonitoringCrossChecks()
    {
        RuleFor(s => s).Custom(WorkLog);
    }

    private static void WorkLog(MonitoringSettings s, ValidationContext<MonitoringSettings> c)
    {
        if (s.WorkLog is null or ReadInterval.Never)
        {
            return;
        }

        if (!c.Policy().InformationProtection.Protects)
        {
            c.AddFinding(
                nameof(s.WorkLog),
                "MON-05",
                Severity.Warn,
                "WIP is off, so Windows logs nothing. Turn WIP on, or do not collect the log."
            );
        }
    }
}
