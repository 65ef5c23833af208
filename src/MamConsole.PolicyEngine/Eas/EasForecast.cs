using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>What Windows will enforce where Exchange has rules too: per rule, and in one sentence.</summary>
/// <param name="Verdict">Of the comparison.</param>
/// <param name="Sentence">Whether mail syncs and what it takes.</param>
/// <param name="Rows">One for each dimension, in their order.</param>
/// <param name="Advice">What Windows' engine makes of it by kind of account; no part of the verdict.</param>
public sealed record EasForecast(EasVerdict Verdict, string Sentence, ValueList<EasForecastRow> Rows, ValueList<EasAdvice> Advice)
{
    /// <param name="draft">The policy's lock, right or half-typed; a value that cannot be sent counts as not set.</param>
    /// <param name="policy">The recorded Exchange policy.</param>
    /// <param name="order">Which comes first.</param>
    /// <param name="encrypted">Whether the PC's drives are encrypted.</param>
    /// <param name="admin">Whether whoever sets up the mail is an administrator of the PC.</param>
    public static EasForecast Of(DeviceLockSettings draft, EasPolicy policy, EasOrder order, bool encrypted = false, bool admin = false)
    {
        var mam = LockSettings.Of(LockNodes.Of(draft));
        var exchange = LockSettings.Of(policy);
        var verdict = EasComparison.Evaluate(mam, exchange, order, encrypted, admin);
        return new EasForecast(
            verdict,
            EasSentence.Of(mam, exchange, order, verdict, encrypted, admin),
            LockDimension.All.Select(dimension => Row(dimension, draft, mam, exchange, order, verdict)).ToValueList(),
            EasAdvice.For(mam, exchange).ToValueList()
        );
    }

    private static EasForecastRow Row(
        LockDimension dimension,
        DeviceLockSettings draft,
        LockSettings mam,
        LockSettings exchange,
        EasOrder order,
        EasVerdict verdict
    )
    {
        var stricter = dimension.Strictness(exchange) > dimension.Strictness(mam);
        var fails = verdict.Failing.Contains(dimension);
        return new EasForecastRow(
            dimension,
            dimension == LockDimension.Encryption ? "cannot ask for it" : LockWording.Of(dimension, mam),
            LockWording.Of(dimension, exchange),
            LockWording.Of(dimension, verdict.Resultant),
            Winner(dimension, mam, exchange),
            fails && order == EasOrder.EasAfterMam && dimension != LockDimension.Encryption,
            fails || (stricter && dimension != LockDimension.Encryption) ? LockRemedy.For(dimension, draft, exchange) : null
        );
    }

    private static EasWinner Winner(LockDimension dimension, LockSettings mam, LockSettings exchange) =>
        dimension.Strictness(mam).CompareTo(dimension.Strictness(exchange)) switch
        {
            > 0 => EasWinner.Mam,
            < 0 => EasWinner.Exchange,
            _ => dimension.Strictness(mam) == dimension.Strictness(LockSettings.None) ? EasWinner.Neither : EasWinner.Same,
        };
}
