namespace MamConsole.PolicyEngine.Eas;

/// <summary>The verdict in words (docs/reference/eas.md §8).</summary>
internal static class EasSentence
{
    public static string Of(LockSettings mam, LockSettings exchange, EasOrder order, EasVerdict verdict, bool encrypted, bool admin)
    {
        if (exchange == LockSettings.None)
        {
            return "Exchange asks for nothing that Windows evaluates: only the rules of this policy count, and mail syncs.";
        }

        var stricter = LockDimension.All.Where(d => d != LockDimension.Encryption && d.Strictness(exchange) > d.Strictness(mam)).ToArray();
        var requiresEncryption = verdict.Failing.Contains(LockDimension.Encryption);
        var sentence = (order, stricter.Length) switch
        {
            (EasOrder.MamAfterEas, 0) =>
                "Both sets hold together, and these rules are the stricter in everything. Nothing is checked: nobody needs to be an "
                    + "administrator, and mail goes on syncing",
            (EasOrder.MamAfterEas, _) =>
                $"Both sets hold together, and the stricter rule of each counts: Exchange’s for {LockWording.List(stricter)}. "
                    + "Nothing is checked: nobody needs to be an administrator, and mail goes on syncing",
            (_, 0) => "These lock rules are at least as strict as Exchange’s: mail syncs, and nobody needs to be an administrator",
            _ when admin => $"Exchange is stricter on {LockWording.List(stricter)}: mail syncs once the administrator lets Windows apply "
                + "Exchange’s rules",
            _ => $"Mail does not sync for a standard user: Exchange is stricter on {LockWording.List(stricter)}. Windows would "
                + "apply Exchange’s rules, and that takes an administrator of the PC",
        };
        return requiresEncryption ? $"{sentence}. {Encryption(order, stricter.Length == 0)}"
            : exchange.Encryption && encrypted ? $"{sentence}, as the drives are encrypted."
            : $"{sentence}.";
    }

    private static string Encryption(EasOrder order, bool restIsMet) =>
        restIsMet || order == EasOrder.MamAfterEas
            ? "That holds for PCs whose drives are encrypted alone: Exchange demands it, and MAM has no setting for it."
            : "Beyond that, Exchange demands encrypted drives, for which MAM has no setting.";
}
