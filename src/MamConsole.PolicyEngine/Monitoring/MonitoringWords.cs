using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>What PCs are asked, in words.</summary>
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
                    ? "PCs are asked for their settings only right after a change."
                    : $"PCs are asked {Often(settings)} which settings are in force and whether protection is on."
            );
        }

        if (s.Condition is { } condition)
        {
            yield return ToStatement(
                "condition",
                condition,
                condition == ReadInterval.Never
                    ? "PCs are never asked about encryption, antivirus and firewall."
                    : $"PCs are asked {Often(condition)} about encryption, antivirus, firewall and secure boot."
            );
        }

        if (s.Hardware is { } hardware)
        {
            yield return ToStatement(
                "hardware",
                hardware,
                hardware == ReadInterval.Never
                    ? "PCs are never asked about their TPM and edition."
                    : $"PCs are asked {Often(hardware)} about their TPM, virtualization and edition."
            );
        }

        if (s.BootHealth is { } boot)
        {
            yield return ToStatement(
                "bootHealth",
                boot,
                boot == ReadInterval.Never
                    ? "PCs are not asked to prove how they started."
                    : $"PCs are asked {Often(boot)} to prove how they started."
            );
        }

        if (s.WorkLog is { } log)
        {
            yield return ToStatement(
                "workLog",
                log,
                log == ReadInterval.Never
                    ? "PCs are not asked for their log of work data."
                    : $"PCs are asked {Often(log)} for their log of work data that left its place."
            );
        }
    }

    /// <summary>The rhythm in a word.</summary>
    public static string Word(ReadInterval interval) =>
        interval switch
        {
            ReadInterval.Call => "each call",
            ReadInterval.Day => "daily",
            ReadInterval.Week => "weekly",
            ReadInterval.Month => "monthly",
            _ => "never",
        };

    private static string Often(ReadInterval interval) =>
        interval switch
        {
            ReadInterval.Call => "at each call",
            ReadInterval.Day => "once a day",
            ReadInterval.Week => "once a week",
            _ => "once a month",
        };

    private static Statement ToStatement(string field, ReadInterval interval, string sentence) =>
        new($"monitoring.{field}", Area, MonitoringCatalog.Settings.LabelOf(field), Word(interval), sentence, [], []);
}
