using System.Linq.Expressions;
using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>
/// Rules MON: MON-01 an invalid interval, MON-02 settings that are rarely read, MON-03 the cost of reads at every check-in, MON-04 the log
/// contains personal data, MON-06 PCs that cannot attest.
/// </summary>
internal sealed class MonitoringValidator : AbstractValidator<MonitoringSettings>
{
    public MonitoringValidator()
    {
        Exists(s => s.Settings);
        Exists(s => s.Condition);
        Exists(s => s.Hardware);
        Slow(s => s.BootHealth);
        Slow(s => s.WorkLog);
        RuleFor(s => s.Settings)
            .Must(v => v is not (ReadInterval.Month or ReadInterval.Never))
            .WithFinding(
                "MON-02",
                Severity.Warn,
                "Changes on a PC and overrides by another policy are not detected for that long. Read the settings daily."
            );
        RuleFor(s => s).Custom(EachCall);
        RuleFor(s => s).Custom(WorkLog);
        RuleFor(s => s.BootHealth)
            .Must(v => v is null or ReadInterval.Never)
            .WithFinding(
                "MON-06",
                Severity.Note,
                "PCs without a TPM and virtual PCs can never attest; that alone is not a problem. The PC contacts Microsoft's service, "
                    + "not this server."
            );
    }

    private void Exists(Expression<Func<MonitoringSettings, ReadInterval?>> field) =>
        RuleFor(field)
            .Must(v => v is null || Enum.IsDefined(v.Value))
            .WithFinding("MON-01", Severity.Block, "Choose each check-in, daily, weekly, monthly or never.");

    /// <summary>These reads are separate device actions, scheduled by the server's clock, and may be large.</summary>
    private void Slow(Expression<Func<MonitoringSettings, ReadInterval?>> field) =>
        RuleFor(field)
            .Must(v => v is null || (v != ReadInterval.Call && Enum.IsDefined(v.Value)))
            .WithFinding("MON-01", Severity.Block, "Choose daily, weekly, monthly or never.");

    private static void EachCall(MonitoringSettings s, ValidationContext<MonitoringSettings> c)
    {
        (string Field, ReadInterval? Every)[] groups =
        [
            (nameof(s.Settings), s.Settings),
            (nameof(s.Condition), s.Condition),
            (nameof(s.Hardware), s.Hardware),
        ];
        if (Array.Find(groups, g => g.Every == ReadInterval.Call) is { Field: { } field })
        {
            c.AddFinding(field, "MON-03", Severity.Note, "Every check-in then requires another exchange of messages, for each PC.");
        }
    }

    private static void WorkLog(MonitoringSettings s, ValidationContext<MonitoringSettings> c)
    {
        if (s.WorkLog is null or ReadInterval.Never)
        {
            return;
        }

        c.AddFinding(
            nameof(s.WorkLog),
            "MON-04",
            Severity.Warn,
            "The log contains files, web sites and apps that a person used: personal data. Mention it in the terms of use, store it only "
                + "as long as necessary, and agree on it with the employee representatives."
        );
    }
}
