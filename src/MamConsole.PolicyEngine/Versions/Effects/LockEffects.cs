using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Eas;

namespace MamConsole.PolicyEngine.Versions.Effects;

/// <summary>Whether a lock gets stricter or looser, by what its nodes come to on a PC once their presets have acted (eas.md §3).</summary>
internal static class LockEffects
{
    public static Effect Of(DeviceLockSettings from, DeviceLockSettings to, Change[] changes)
    {
        var (before, after) = (LockSettings.Of(LockNodes.Of(from)), LockSettings.Of(LockNodes.Of(to)));
        var steps = LockDimension
            .All.Select(dimension => dimension.Strictness(after).CompareTo(dimension.Strictness(before)))
            .Where(step => step != 0)
            .ToArray();
        var area = DeviceLockWords.Area;
        return (before.Password, after.Password, steps.Any(step => step > 0), steps.Any(step => step < 0)) switch
        {
            (false, true, _, _) => EffectFinder.Get(area, Leaning.Stricter, "a lock", 76, changes),
            (true, false, _, _) => EffectFinder.Lose(area, Leaning.Looser, "the lock", 78, changes),
            (_, _, true, false) => EffectFinder.Get(area, Leaning.Stricter, "a stricter lock", 75, changes),
            (_, _, false, true) => EffectFinder.Get(area, Leaning.Looser, "a looser lock", 75, changes),
            (_, _, true, true) => EffectFinder.Get(area, Leaning.Neutral, "a lock that is partly stricter, partly looser", 75, changes),
            _ => EffectFinder.Get(area, Leaning.Neutral, "a lock that comes to the same", 15, changes),
        };
    }
}
