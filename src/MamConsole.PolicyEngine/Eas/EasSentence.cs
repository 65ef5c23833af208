namespace MamConsole.PolicyEngine.Eas;

/// <summary>The verdict as text (docs/reference/eas.md §8).</summary>
internal static class EasSentence
{
    public static string Of(LockSettings mam, LockSettings exchange, EasOrder order, EasVerdict verdict, bool encrypted, bool admin)
    {
        if (exchange == LockSettings.None)
        {
            return "Exchange requires nothing that Windows evaluates: only the rules of this policy count, and mail syncs.";
        }

        var stricter = LockDimension.All.Where(d => d != LockDimension.Encryption && d.Strictness(exchange) > d.Strictness(mam)).ToArray();
        var requiresEncryption = verdict.Failing.Contains(LockDimension.Encryption);
        var sentence = (order, stricter.Length) switch
        {
            (EasOrder.MamAfterEas, 0) =>
                "Both policies apply together, and this policy is stricter in every rule. Windows checks nothing: no administrator is "
                    + "required, and mail continues to sync",
            (EasOrder.MamAfterEas, _) =>
                $"Both policies apply together, and the stricter value of each rule counts: Exchange’s for {LockWording.List(stricter)}. "
                    + "Windows checks nothing: no administrator is required, and mail continues to sync",
            (_, 0) => "These lock rules are at least as strict as Exchange’s: mail syncs, and no administrator is required",
            _ when admin => $"Exchange is stricter on {LockWording.List(stricter)}: mail syncs after the administrator lets Windows apply "
                + "Exchange’s rules",
            _ => $"Mail does not sync for a standard user: Exchange is stricter on {LockWording.List(stricter)}. Windows would "
                + "apply Exchange’s rules, which requires an administrator of the PC",
        };
        return requiresEncryption ? $"{sentence}. {Encryption(order, stricter.Length == 0)}"
            : exchange.Encryption && encrypted ? $"{sentence}, as the drives are encrypted."
            : $"{sentence}.";
    }

    private static string Encryption(EasOrder order, bool restIsMet) =>
        restIsMet || order == EasOrder.MamAfterEas
            ? "This is true only for PCs with encrypted drives: Exchange requires encryption, and MAM has no setting for it."
            : "In addition, Exchange requires encrypted drives, and MAM has no setting for that.";
}
