using FluentValidation;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Polling;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>PO-07: a PC would unenroll by its lost-contact timer between two check-ins (docs/reference/protocol.md §5.1).</summary>
internal sealed class PollingCrossChecks : AbstractValidator<PollingSettings>
{
    public PollingCrossChecks()
    {
        RuleFor(s => s).Custom(LostContact);
    }

    private static void LostContact(PollingSettings s, ValidationContext<PollingSettings> c)
    {
        var maximum = CheckInForecast.Of(s).MaximumMinutes;
        if (FindingRules.Number(c.Policy().InformationProtection.LostContactDays) is > 0 and var days && maximum >= days * 24L * 60)
        {
            c.AddFinding(
                "Rhythm",
                "PO-07",
                Severity.Warn,
                $"A PC unenrolls itself after {Wording.Unit(days, "day")} without contact, but checks in only every "
                    + $"{PollingWords.Interval(maximum)}: PCs would unenroll although nothing is wrong. Schedule more frequent check-ins, "
                    + "or allow more days without contact."
            );
        }
    }
}
