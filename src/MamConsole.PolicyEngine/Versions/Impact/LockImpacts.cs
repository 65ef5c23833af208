using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Eas;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>
/// Determines whether a lock becomes stricter or less strict, by the effective values on a PC after presets (docs/reference/eas.md §3).
/// </summary>
internal static class LockImpacts
{
    public static PolicyImpact Of(DeviceLockSettings from, DeviceLockSettings to, Change[] changes)
    {
        var (before, after) = (LockSettings.Of(LockNodes.Of(from)), LockSettings.Of(LockNodes.Of(to)));
        var steps = LockDimension
            .All.Select(dimension => dimension.Strictness(after).CompareTo(dimension.Strictness(before)))
            .Where(step => step != 0)
            .ToArray();
        var area = DeviceLockWords.Area;
        return (before.Password, after.Password, steps.Any(step => step > 0), steps.Any(step => step < 0)) switch
        {
            (false, true, _, _) => ImpactFinder.Get(area, StrictnessChange.Stricter, "a lock", 76, changes),
            (true, false, _, _) => ImpactFinder.Lose(area, StrictnessChange.Looser, "the lock", 78, changes),
            (_, _, true, false) => ImpactFinder.Get(area, StrictnessChange.Stricter, "a stricter lock", 75, changes),
            (_, _, false, true) => ImpactFinder.Get(area, StrictnessChange.Looser, "a less strict lock", 75, changes),
            (_, _, true, true) => ImpactFinder.Get(
                area,
                StrictnessChange.Neutral,
                "a lock that is partly stricter, partly less strict",
                75,
                changes
            ),
            _ => ImpactFinder.Get(area, StrictnessChange.Neutral, "a lock with the same effect", 15, changes),
        };
    }
}
