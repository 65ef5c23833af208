using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.HelloPin;

namespace MamConsole.PolicyEngine.Versions.Impact;

/// <summary>Whether a PIN's rules get stricter or looser, against Windows' own defaults (docs/reference/csp-catalog.json).</summary>
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
            (false, true) => ImpactFinder.Get(area, StrictnessChange.Looser, "looser rules for the PIN", 50, changes),
            _ => ImpactFinder.Get(area, StrictnessChange.Neutral, "other rules for the PIN", 45, changes),
        };
    }

    // The greater, the stricter. A forbidden class is neither: it makes PINs fewer and the keyboard smaller.
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
