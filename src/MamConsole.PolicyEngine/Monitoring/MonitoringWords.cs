using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>Describes the monitoring settings as statements.</summary>
internal static class MonitoringWords
{
    public const string Area = "Monitoring";

    public static IEnumerable<Statement> Describe(MonitoringSettings s)
    {
        if (s.Settings is { } settings)
        {
            yield return ToStatement(
                "settings",
                settings,
                settings == ReadInterval.Never
                    ? "Settings are read from PCs only right after a change."
                    : $"The settings in force and the WIP status are read from PCs {Often(settings)}."
            );
        }

        if (s.Condition is { } condition)
        {
            yield return ToStatement(
                "condition",
                condition,
                condition == ReadInterval.Never
                    ? "Encryption, antivirus and firewall are never read from PCs."
                    : $"Encryption, antivirus, firewall and secure boot are read from PCs {Often(condition)}."
            );
        }

        if (s.Hardware is { } hardware)
        {
            yield return ToStatement(
                "hardware",
                hardware,
                hardware == ReadInterval.Never
                    ? "The TPM and edition are never read from PCs."
                    : $"The TPM, virtualization and edition are read from PCs {Often(hardware)}."
            );
        }

        if (s.BootHealth is { } boot)
        {
            yield return ToStatement(
                "bootHealth",
                boot,
                boot == ReadInterval.Never ? "PCs do not attest their boot." : $"PCs attest their boot {Often(boot)}."
            );
        }

        if (s.WorkLog is { } log)
        {
            yield return ToStatement(
                "workLog",
                log,
                log == ReadInterval.Never ? "The WIP audit log is not read from PCs." : $"The WIP audit log is read from PCs {Often(log)}."
            );
        }
    }

    /// <summary>The interval as one or two words.</summary>
    public static string Word(ReadInterval interval) =>
        interval switch
        {
            ReadInterval.Call => "each check-in",
            ReadInterval.Day => "daily",
            ReadInterval.Week => "weekly",
            ReadInterval.Month => "monthly",
            _ => "never",
        };

    private static string Often(ReadInterval interval) =>
        interval switch
        {
            ReadInterval.Call => "at each check-in",
            ReadInterval.Day => "once a day",
            ReadInterval.Week => "once a week",
            _ => "once a month",
        };

    private static Statement ToStatement(string field, ReadInterval interval, string sentence) =>
        new($"monitoring.{field}", Area, MonitoringCatalog.Settings.LabelOf(field), Word(interval), sentence, [], []);
}
