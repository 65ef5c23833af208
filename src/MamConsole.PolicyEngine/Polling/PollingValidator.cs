using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>
/// Rules PO, based on docs/reference/protocol.md §5.1: PO-01 only zeros, PO-02 a first set without end, PO-03 ranges, PO-04 no set without
/// end, PO-05 two sets without end, PO-06 a count without an interval, PO-07 a PC would unenroll between two check-ins by its lost-contact
/// timer.
/// </summary>
internal sealed class PollingValidator : AbstractValidator<PollingSettings>
{
    private const int MaximumMinutesBetweenCalls = 527_040;

    private const int MaximumCalls = 99_999;

    public PollingValidator()
    {
        RuleFor(s => s.Schedule)
            .Must(schedule => schedule is null || Enum.IsDefined(schedule.Value))
            .WithFinding("PO-03", Severity.Block, "Choose the suggested schedule or a custom one.")
            .OverridePropertyName("Rhythm");
        When(
            s => s.Schedule == PollingSchedule.Own,
            () =>
            {
                Interval(s => s.FirstInterval);
                Interval(s => s.SecondInterval);
                Interval(s => s.LaterInterval);
                Count(s => s.FirstCount);
                Count(s => s.SecondCount);
                Count(s => s.LaterCount);
                RuleFor(s => s).Custom(Plan);
            }
        );
    }

    private void Interval(System.Linq.Expressions.Expression<Func<PollingSettings, string>> field) =>
        RuleFor(field)
            .Must(v => FindingRules.EmptyOrWithin(v, 0, MaximumMinutesBetweenCalls))
            .WithFinding("PO-03", Severity.Block, "Enter whole minutes from 1 to a year; 0 or empty = no such set.");

    private void Count(System.Linq.Expressions.Expression<Func<PollingSettings, string>> field) =>
        RuleFor(field)
            .Must(v => FindingRules.EmptyOrWithin(v, 0, MaximumCalls))
            .WithFinding("PO-03", Severity.Block, $"Enter a whole number up to {MaximumCalls}.");

    private static void Plan(PollingSettings s, ValidationContext<PollingSettings> c)
    {
        var plan = CheckInPlan.Of(s);
        (string Field, CheckInSet Set, string Count)[] sets =
        [
            ("First", plan.First, s.FirstCount),
            ("Second", plan.Second, s.SecondCount),
            ("Later", plan.Later, s.LaterCount),
        ];
        if (!Array.Exists(sets, one => one.Set.IsOn))
        {
            c.AddFinding(
                "FirstInterval",
                "PO-01",
                Severity.Block,
                "Windows treats a schedule without any interval as an error. Set an interval and a number of check-ins for the first set.",
                "15"
            );
            return;
        }

        if (Array.TrueForAll(sets, one => one.Set.Count == 0))
        {
            c.AddFinding(
                "FirstCount",
                "PO-01",
                Severity.Block,
                "Windows treats a schedule without any number of check-ins as an error. Set a number of check-ins for the first set.",
                "5"
            );
            return;
        }

        if (plan.First.IsEndless)
        {
            c.AddFinding(
                "FirstCount",
                "PO-02",
                Severity.Warn,
                "The first set would never end, so the later sets would never begin. Enter its number of check-ins.",
                "5"
            );
        }

        foreach (var (field, set, count) in sets)
        {
            if (!set.IsOn && FindingRules.Number(count) > 0)
            {
                c.AddFinding(
                    $"{field}Interval",
                    "PO-06",
                    Severity.Warn,
                    "Without an interval this set does not exist, regardless of its number of check-ins."
                );
            }
        }

        var endless = sets.Where(one => one.Set.IsEndless).ToArray();
        if (endless.Length == 0)
        {
            c.AddFinding(
                "LaterInterval",
                "PO-04",
                Severity.Warn,
                "All sets end. Windows then checks in about once a day, at a time that it chooses.",
                "480"
            );
        }
        else if (endless.Length > 1)
        {
            c.AddFinding($"{endless[1].Field}Count", "PO-05", Severity.Warn, "Two sets never end; Windows ignores the later one.");
        }
    }
}
