using System.Linq.Expressions;
using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>
/// Rules MON: MON-01 a rhythm that does not exist, MON-02 settings that are hardly ever read, MON-03 what every call costs, MON-04 the log
/// is personal data, MON-06 who cannot attest.
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
                "What somebody changes on a PC, and what another policy overrides, stays unseen for so long. Read the settings daily."
            );
        RuleFor(s => s).Custom(EachCall);
        RuleFor(s => s).Custom(WorkLog);
        RuleFor(s => s.BootHealth)
            .Must(v => v is null or ReadInterval.Never)
            .WithFinding(
                "MON-06",
                Severity.Note,
                "PCs without a TPM and virtual PCs can never attest; that says nothing against them. The PC asks Microsoft's service, "
                    + "not this server."
            );
    }

    private void Exists(Expression<Func<MonitoringSettings, ReadInterval?>> field) =>
        RuleFor(field)
            .Must(v => v is null || Enum.IsDefined(v.Value))
            .WithFinding("MON-01", Severity.Block, "Choose each call, daily, weekly, monthly or never.");

    /// <summary>These are questions of their own, asked by the server's clock, and may be large.</summary>
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
            c.AddFinding(
                field,
                "MON-03",
                Severity.Note,
                "Then every call takes another exchange of messages, for each PC, as often as it calls."
            );
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
            "The log names files, web sites and apps that a person used: personal data. Say so in the terms of use, keep it no longer "
                + "than you need, and settle it with those who represent your people."
        );
    }
}
