using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.HelloPin;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>
/// Determines whether the PIN rules become stricter or less strict, compared with Windows' defaults (docs/reference/csp-catalog.json).
/// </summary>
internal static class PinImpacts
{
    public static IEnumerable<PolicyImpact> Of(HelloPinSettings from, HelloPinSettings to, Change[] changes)
    {
        var area = HelloPinWords.Area;
        var (before, after) = (from.UsePassportForWork ?? true, to.UsePassportForWork ?? true);
        if (before != after)
        {
            yield return after
                ? ImpactFinder.Get(area, StrictnessChange.Neutral, "Windows Hello", 52, changes)
                : ImpactFinder.Lose(area, StrictnessChange.Neutral, "Windows Hello", 53, changes);
            yield break;
        }

        var steps = Strictness(to).Zip(Strictness(from), (now, then) => now.CompareTo(then)).ToArray();
        yield return (steps.Contains(1), steps.Contains(-1)) switch
        {
            (true, false) => ImpactFinder.Get(area, StrictnessChange.Stricter, "stricter rules for the PIN", 50, changes),
            (false, true) => ImpactFinder.Get(area, StrictnessChange.Looser, "less strict rules for the PIN", 50, changes),
            _ => ImpactFinder.Get(area, StrictnessChange.Neutral, "other rules for the PIN", 45, changes),
        };
    }

    // A greater value is stricter. A forbidden character set is neither: it reduces both the valid PINs and the characters to choose from.
    private static IEnumerable<int> Strictness(HelloPinSettings s)
    {
        yield return FindingRules.Number(s.MinimumLength) ?? Eas.PinEffects.DefaultMinimumLength;
        foreach (var rule in new[] { s.UppercaseLetters, s.LowercaseLetters, s.Digits, s.SpecialCharacters })
        {
            yield return rule == PinCharacters.Required ? 1 : 0;
        }

        yield return FindingRules.Number(s.History) ?? 0;
        yield return FindingRules.Number(s.ExpirationDays) is > 0 and var days ? -days : int.MinValue;
    }
}
