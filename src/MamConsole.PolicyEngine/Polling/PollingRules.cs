namespace MamConsole.PolicyEngine.Polling;

/// <summary>How often PCs call in, parsed.</summary>
/// <param name="Plan">Null = Windows' own, about once a day.</param>
/// <param name="PollOnLogin">Whether each sign-in is a call too; null = Windows' own, no.</param>
public sealed record PollingRules(CallPlan? Plan, bool? PollOnLogin)
{
    /// <summary>Null when nothing is set.</summary>
    internal static PollingRules? Parse(PollingSettings s) => s.Rhythm switch
    {
        PollingRhythm.Suggested => new(CallPlan.Suggested, s.PollOnLogin ?? true),
        PollingRhythm.Own => new(CallPlan.Of(s), s.PollOnLogin),
        _ => s.PollOnLogin is null ? null : new(null, s.PollOnLogin),
    };
}

/// <summary>One set of calls.</summary>
/// <param name="Interval">Minutes between them; 0 = no such set.</param>
/// <param name="Count">How many; 0 = for ever.</param>
public readonly record struct CallSet(int Interval, int Count)
{
    internal bool IsOn => Interval > 0;

    internal bool IsEndless => IsOn && Count == 0;
}

/// <summary>Three sets of calls, one after the other. All are always written: one that is left out would keep Windows' own numbers (protocol.md
/// §5.1).</summary>
public sealed record CallPlan(CallSet First, CallSet Second, CallSet Later)
{
    internal static readonly CallPlan Suggested = new(new(3, 5), new(15, 8), new(480, 0));

    /// <summary>The six numbers as typed. What is no number reads as 0, and a set without an interval has no calls either.</summary>
    internal static CallPlan Of(PollingSettings s) =>
        new(Set(s.FirstInterval, s.FirstCount), Set(s.SecondInterval, s.SecondCount), Set(s.LaterInterval, s.LaterCount));

    private static CallSet Set(string interval, string count) =>
        FindingRules.Number(interval) is > 0 and var minutes ? new(minutes, FindingRules.Number(count) ?? 0) : default;
}
