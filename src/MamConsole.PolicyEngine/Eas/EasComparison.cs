using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>Compares a MAM policy's lock rules with Exchange's: rules R1 to R8 (docs/reference/eas.md §4).</summary>
public static class EasComparison
{
    /// <param name="mam">What the MAM policy comes to.</param>
    /// <param name="exchange">What the Exchange policy comes to; of several accounts, the strictest of all.</param>
    /// <param name="order">Which came first.</param>
    /// <param name="encrypted">Whether the PC's fixed drives are encrypted.</param>
    /// <param name="admin">Whether whoever sets up the mail is an administrator of the PC.</param>
    public static EasVerdict Evaluate(LockSettings mam, LockSettings exchange, EasOrder order, bool encrypted, bool admin)
    {
        ArgumentNullException.ThrowIfNull(mam);
        ArgumentNullException.ThrowIfNull(exchange);
        var failing = LockDimension.All.Where(dimension => Fails(dimension, mam, exchange, encrypted)).ToValueList();
        var encryptionFails = failing.Contains(LockDimension.Encryption);

        // Nobody's rights help with encryption: it is only checked.
        var adminNeeded = order == EasOrder.EasAfterMam && failing.Any(dimension => dimension != LockDimension.Encryption);
        return new EasVerdict(
            failing.Count == 0,
            failing,
            mam.Strictest(exchange),
            adminNeeded,
            !encryptionFails && (!adminNeeded || admin)
        );
    }

    private static bool Fails(LockDimension dimension, LockSettings mam, LockSettings exchange, bool encrypted) =>
        dimension == LockDimension.Encryption
            ? exchange.Encryption && !encrypted
            : dimension.Strictness(mam) < dimension.Strictness(exchange);
}
