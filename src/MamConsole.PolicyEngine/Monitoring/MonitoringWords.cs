namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>What PCs are asked, in words.</summary>
internal static class MonitoringWords
{
    public const string Area = "Monitoring";

    public static IEnumerable<Statement> Describe(MonitoringSettings s)
    {
        if (s.Settings is { } settings)
        {
            yield return Say(
                "settings",
                "Settings in force",
                settings,
                settings == ReadEvery.Never
                    ? "PCs are asked for their settings only right after a change."
                    : $"PCs are asked {Often(settings)} which settings are in force and whether protection is on."
            );
        }

        if (s.Condition is { } condition)
        {
            yield return Say(
                "condition",
                "Condition",
                condition,
                condition == ReadEvery.Never
                    ? "PCs are never asked about encryption, antivirus and firewall."
                    : $"PCs are asked {Often(condition)} about encryption, antivirus, firewall and secure boot."
            );
        }

        if (s.Hardware is { } hardware)
        {
            yield return Say(
                "hardware",
                "Hardware and edition",
                hardware,
                hardware == ReadEvery.Never
                    ? "PCs are never asked about their TPM and edition."
                    : $"PCs are asked {Often(hardware)} about their TPM, virtualisation and edition."
            );
        }

        if (s.BootHealth is { } boot)
        {
            yield return Say(
                "bootHealth",
                "Boot health",
                boot,
                boot == ReadEvery.Never
                    ? "PCs are not asked to prove how they started."
                    : $"PCs are asked {Often(boot)} to prove how they started."
            );
        }

        if (s.WorkLog is { } log)
        {
            yield return Say(
                "workLog",
                "Work-data log",
                log,
                log == ReadEvery.Never
                    ? "PCs are not asked for their log of work data."
                    : $"PCs are asked {Often(log)} for their log of work data that left its place."
            );
        }
    }

    /// <summary>The rhythm in a word.</summary>
    public static string Word(ReadEvery every) =>
        every switch
        {
            ReadEvery.Call => "each call",
            ReadEvery.Day => "daily",
            ReadEvery.Week => "weekly",
            ReadEvery.Month => "monthly",
            _ => "never",
        };

    private static string Often(ReadEvery every) =>
        every switch
        {
            ReadEvery.Call => "at each call",
            ReadEvery.Day => "once a day",
            ReadEvery.Week => "once a week",
            _ => "once a month",
        };

    private static Statement Say(string field, string label, ReadEvery every, string sentence) =>
        new($"monitoring.{field}", Area, label, Word(every), sentence, [], []);
}
