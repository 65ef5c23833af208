namespace MamConsole.PolicyEngine.AppRules;

/// <summary>The consequence of one row of an app list, for the person who writes it.</summary>
/// <param name="Effect">What kind of consequence.</param>
/// <param name="Word">In one or two words.</param>
/// <param name="Sentence">In one sentence.</param>
/// <param name="NeedsCheck">Whether looking at the program file itself would tell more.</param>
public sealed record AppConsequence(AppEffect Effect, string Word, string Sentence, bool NeedsCheck = false)
{
    /// <param name="rule">The row.</param>
    /// <param name="exempt">Whether it stands among the exempt apps.</param>
    public static AppConsequence Of(AppRule rule, bool exempt)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Deny)
        {
            return exempt
                ? new(AppEffect.Denied, "not exempt", "It gets no exemption, even where a wider row gives one.")
                : new(AppEffect.Denied, "blocked", "It gets no work data, even where a wider row lets it in.");
        }

        var known = KnownApps.TryFind(rule, out var app) ? app : null;
        return exempt ? Exempt(known) : Allowed(rule, known);
    }

    private static AppConsequence Exempt(KnownApp? app) =>
        app?.Awareness is AppAwareness.Enlightened or AppAwareness.WorkOnly
            ? new(
                AppEffect.Leaks,
                "may leak",
                "It could protect work data, but here it may send it anywhere. It belongs among the work apps."
            )
            : new(AppEffect.Leaks, "may leak", "It opens work data and may send it anywhere, unprotected.");

    private static AppConsequence Allowed(AppRule rule, KnownApp? app)
    {
        if (app is null)
        {
            return AppRowRules.IsWide(rule)
                ? new(
                    AppEffect.Ignored,
                    "some of them",
                    "Those of its apps that were made for work data protect it; Windows ignores all others.",
                    NeedsCheck: true
                )
                : new(
                    AppEffect.Ignored,
                    "ignored unless marked",
                    "Windows ignores it unless its maker marked the file as WIP-aware.",
                    NeedsCheck: true
                );
        }

        return app.Awareness switch
        {
            AppAwareness.Enlightened => new(AppEffect.Protects, "protects", "It tells work from private data and protects only work data."),
            AppAwareness.WorkOnly => new(
                AppEffect.Protects,
                "protects all",
                "Windows protects everything that it writes, private files too."
            ),
            AppAwareness.Unenlightened when app.IsConfirmed => new(
                AppEffect.Wrong,
                "must be exempt",
                "It does not know work data, so Windows ignores it here."
            ),
            AppAwareness.Unenlightened => new(
                AppEffect.Ignored,
                "ignored",
                "It does not know work data, as far as is known, so Windows ignores it here."
            ),
            AppAwareness.Discouraged => new(AppEffect.Wrong, "advised against", "Microsoft advises against letting it handle work data."),
            _ => new(
                AppEffect.Ignored,
                "ignored unless marked",
                "Its maker does not say how it deals with work data; Windows ignores it unless the file is marked as WIP-aware.",
                NeedsCheck: true
            ),
        };
    }
}
