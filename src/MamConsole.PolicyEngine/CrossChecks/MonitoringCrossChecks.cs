using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Monitoring;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>MON-05: a WIP audit log that stays empty because the policy protects nothing.</summary>
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
                "This policy protects nothing, so that Windows logs nothing. Turn protection on, or leave the log."
            );
        }
    }
}
