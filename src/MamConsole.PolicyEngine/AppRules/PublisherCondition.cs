using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.AppRules;

/// <summary>FilePublisherCondition with its BinaryVersionRange; <c>*</c> = any.</summary>
public sealed record PublisherCondition(string Publisher, string Product, string Binary, AppVersion Low, AppVersion High)
{
    /// <summary>
    /// Returns the condition of a rule that passed validation. Product and file of desktop apps are sent in capitals, as AppLocker writes
    /// them.
    /// </summary>
    internal static PublisherCondition Of(AppRule rule) =>
        rule.Match(
            store => new PublisherCondition(
                PublisherName.Parse(store.Publisher).Value,
                PackageIdentityName.Parse(store.PackageName).Value,
                "*",
                AppVersion.Parse(store.LowVersion),
                AppVersion.Parse(store.HighVersion)
            ),
            desktop => new PublisherCondition(
                PublisherName.Parse(desktop.Publisher).Value,
                OrAny(desktop.Product),
                OrAny(desktop.Binary),
                AppVersion.Parse(desktop.LowVersion),
                AppVersion.Parse(desktop.HighVersion)
            ),
            path => throw new ArgumentException("A path has no publisher.", nameof(rule)),
            hash => throw new ArgumentException("A hash has no publisher.", nameof(rule))
        );

    /// <summary>Returns the exceptions of a rule that passed validation.</summary>
    internal static ValueList<PublisherCondition> Except(AppRule rule)
    {
        var packaged = rule is AppRule.StoreApp;
        return rule
            .Exceptions.Select(except => new PublisherCondition(
                PublisherName.Parse(Wording.Typed(except.Publisher) ?? rule.Publisher).Value,
                packaged ? Wording.Typed(except.Product) ?? "*" : OrAny(except.Product),
                packaged ? "*" : OrAny(except.Binary),
                AppVersion.Parse(except.LowVersion),
                AppVersion.Parse(except.HighVersion)
            ))
            .ToValueList();
    }

    /// <summary>
    /// Returns the same for a rule that may be invalid, to distinguish and to describe rows. File rules have neither publisher nor product.
    /// </summary>
    internal static (string Publisher, string Product, string Binary, string Low, string High) Typed(AppRule rule) =>
        rule.Match(
            store => (store.Publisher.Trim(), OrAny(store.PackageName), "*", OrAny(store.LowVersion), OrAny(store.HighVersion)),
            desktop =>
                (
                    desktop.Publisher.Trim(),
                    OrAny(desktop.Product),
                    OrAny(desktop.Binary),
                    OrAny(desktop.LowVersion),
                    OrAny(desktop.HighVersion)
                ),
            file => ("", "", file.Path.Trim().ToUpperInvariant(), "*", "*"),
            file => ("", $"{file.Algorithm}", FileHash.Digits(file.Hash), "*", "*")
        );

    /// <summary>Returns a name for a rule that has none.</summary>
    internal string Title(bool packaged) =>
        Binary != "*" && !packaged ? Binary
        : Product != "*" ? Product
        : Publisher;

    internal static string OrAny(string text) => Wording.Typed(text)?.ToUpperInvariant() ?? "*";
}
