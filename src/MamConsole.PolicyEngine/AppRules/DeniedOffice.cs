using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>Microsoft's list of old Office versions as text: the versions that the setting denies and the exceptions.</summary>
public static class DeniedOffice
{
    /// <summary>Returns one sentence for each rule of the list.</summary>
    public static readonly ValueList<string> All = RecommendedDenyRules.All.Select(Sentence).ToValueList();

    private static string Sentence(AppMatch rule) =>
        rule.Condition.Match(
            publisher =>
                publisher.High.IsAny && rule.Deviations.Count == 0 ? $"All of {publisher.Product}."
                : rule.Deviations.Count == 0 ? $"{publisher.Product} up to version {publisher.High}."
                : $"{publisher.Product}, except {string.Join(", ", rule.Deviations.Select(except => except.Binary))} from version "
                    + $"{rule.Deviations[0].Low}.",
            path => path,
            hash => hash.FileName
        );
}
