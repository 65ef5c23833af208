using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Microsoft's list of old Office versions, in words: what the switch denies and what passes all the same.</summary>
public static class DeniedOffice
{
    /// <summary>One sentence for each of its rules.</summary>
    public static readonly ValueList<string> All = RecommendedDenyRules.All.Select(Sentence).ToValueList();

    private static string Sentence(AppMatch rule) =>
        rule.Condition.Match(
            publisher =>
                publisher.High.IsAny && rule.Deviations.Count == 0 ? $"All of {publisher.Product}."
                : rule.Deviations.Count == 0 ? $"{publisher.Product} up to version {publisher.High}."
                : $"{publisher.Product}, except {string.Join(", ", rule.Deviations.Select(except => except.Binary))} from version "
                    + $"{rule.Deviations[0].Low} on.",
            path => path,
            hash => hash.FileName
        );
}
