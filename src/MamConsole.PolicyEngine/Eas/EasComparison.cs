using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>Compares the lock rules of a MAM policy with those of Exchange: rules R1 to R8 (docs/reference/eas.md §4).</summary>
public static class EasComparison
{
    /// <param name="mam">The effective lock rules of the MAM policy.</param>
    /// <param name="exchange">The effective lock rules of the Exchange policy; of several accounts, the strictest values.</param>
    /// <param name="order">The order in which the two policies were applied.</param>
    /// <param name="encrypted">Whether the PC's fixed drives are encrypted.</param>
    /// <param name="admin">Whether the person who sets up the mail account is an administrator of the PC.</param>
    public static EasVerdict Evaluate(LockSettings mam, LockSettings exchange, EasOrder order, bool encrypted, bool admin)
    {
        ArgumentNullException.ThrowIfNull(mam);
        ArgumentNullException.ThrowIfNull(exchange);
        var failing = LockDimension.All.Where(dimension => Fails(dimension, mam, exchange, encrypted)).ToValueList();
        var encryptionFails = failing.Contains(LockDimension.Encryption);

        // Administrator rights do not help with encryption: Windows only checks it.
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
