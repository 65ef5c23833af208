using FluentValidation;
using MamConsole.PolicyEngine.Findings;

namespace MamConsole.PolicyEngine.Polling;

/// <summary>
/// Rules PO, from the traps of docs/reference/protocol.md §5.1: PO-01 nothing but zeros, PO-02 a first set without end, PO-03 ranges, PO-04
/// no set
/// without end, PO-05 two sets without end, PO-06 a count without an interval, PO-07 a PC would leave by its lost-contact timer between two
/// calls.
/// </summary>
internal sealed class PollingValidator : AbstractValidator<PollingSettings>
{
    private const int MaximumMinutesBetweenCalls = 527_040;

    private const int MaximumCalls = 99_999;

    public PollingValidator()
    {
        RuleFor(s => s.Schedule)
            .Must(schedule => schedule is null || Enum.IsDefined(schedule.Value))
            .WithFinding("PO-03", Severity.Block, "Choose the suggested rhythm or your own.")
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
            .WithFinding("PO-03", Severity.Block, "Whole minutes from 1 to a year; 0 or empty = no such set.");

    private void Count(System.Linq.Expressions.Expression<Func<PollingSettings, string>> field) =>
        RuleFor(field)
            .Must(v => FindingRules.EmptyOrWithin(v, 0, MaximumCalls))
            .WithFinding("PO-03", Severity.Block, $"A whole number up to {MaximumCalls}.");

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
                "Windows takes a plan without any interval for a mistake. Give the first set an interval and a number of calls.",
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
                "Windows takes a plan without any number of calls for a mistake. Give the first set a number of calls.",
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
                "The first set would go on for ever, and the later sets never come. Say how many calls it has.",
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
                    "Without an interval this set does not exist, whatever its number of calls."
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
                "All sets end. Windows then checks in about once a day, at a time of its own.",
                "480"
            );
        }
        else if (endless.Length > 1)
        {
            c.AddFinding($"{endless[1].Field}Count", "PO-05", Severity.Warn, "Two sets go on for ever; Windows drops the later one.");
        }
    }
}
