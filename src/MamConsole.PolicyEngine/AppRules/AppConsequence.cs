namespace MamConsole.PolicyEngine.AppRules;

/// <summary>The effect of one row of an app list, as shown to the author of the policy.</summary>
/// <param name="Effect">The kind of effect.</param>
/// <param name="Word">The effect in one or two words.</param>
/// <param name="Sentence">The effect in one sentence.</param>
/// <param name="NeedsCheck">Whether checking the program file itself would give more information.</param>
public sealed record AppConsequence(AppEffect Effect, string Word, string Sentence, bool NeedsCheck = false)
{
    /// <param name="rule">The row.</param>
    /// <param name="exempt">Whether the row is in the list of exempt apps.</param>
    public static AppConsequence Of(AppRule rule, bool exempt)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Deny)
        {
            return exempt
                ? new(AppEffect.Denied, "not exempt", "The app is not exempt, even if a broader row exempts it.")
                : new(AppEffect.Denied, "blocked", "The app cannot open work data, even if a broader row allows it.");
        }

        var known = KnownApps.TryFind(rule, out var app) ? app : null;
        return exempt ? Exempt(known) : Allowed(rule, known);
    }

    private static AppConsequence Exempt(KnownApp? app) =>
        app?.Awareness is AppAwareness.Enlightened or AppAwareness.WorkOnly
            ? new(
                AppEffect.Leaks,
                "may leak",
                "The app could protect work data, but as an exempt app it may send it anywhere. Move it to the protected apps."
            )
            : new(AppEffect.Leaks, "may leak", "The app opens work data and may send it anywhere, unprotected.");

    private static AppConsequence Allowed(AppRule rule, KnownApp? app)
    {
        if (app is null)
        {
            return AppRowRules.IsWide(rule)
                ? new(
                    AppEffect.Ignored,
                    "some of them",
                    "The enlightened apps in this row protect work data; Windows ignores all others.",
                    NeedsCheck: true
                )
                : new(
                    AppEffect.Ignored,
                    "ignored unless marked",
                    "Windows ignores the app unless its publisher marked the file as WIP-aware.",
                    NeedsCheck: true
                );
        }

        return app.Awareness switch
        {
            AppAwareness.Enlightened => new(
                AppEffect.Protects,
                "protects",
                "The app distinguishes work data from private data and protects only work data."
            ),
            AppAwareness.WorkOnly => new(
                AppEffect.Protects,
                "protects all",
                "Windows protects everything that the app writes, including private files."
            ),
            AppAwareness.Unenlightened when app.IsConfirmed => new(
                AppEffect.Wrong,
                "must be exempt",
                "The app does not support work data, so Windows ignores it in this list."
            ),
            AppAwareness.Unenlightened => new(
                AppEffect.Ignored,
                "ignored",
                "The app is not known to support work data, so Windows ignores it in this list."
            ),
            AppAwareness.Discouraged => new(AppEffect.Wrong, "advised against", "Microsoft recommends not allowing it to open work data."),
            _ => new(
                AppEffect.Ignored,
                "ignored unless marked",
                "How the app treats work data is not documented; Windows ignores it unless the file is marked as WIP-aware.",
                NeedsCheck: true
            ),
        };
    }
}
