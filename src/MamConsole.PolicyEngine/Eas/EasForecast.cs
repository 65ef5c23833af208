using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

/// <summary>The rules that Windows will enforce when Exchange has rules too: per rule, and as one sentence.</summary>
/// <param name="Verdict">The result of the comparison.</param>
/// <param name="Sentence">Whether mail syncs, and what that requires.</param>
/// <param name="Rows">One row per dimension, in the order of the dimensions.</param>
/// <param name="Advice">The behavior of Windows' policy engine by kind of account; not part of the verdict.</param>
public sealed record EasForecast(EasVerdict Verdict, string Sentence, ValueList<EasForecastRow> Rows, ValueList<EasAdvice> Advice)
{
    /// <param name="draft">The policy's lock, valid or incomplete; a value that cannot be sent counts as not set.</param>
    /// <param name="policy">The recorded Exchange policy.</param>
    /// <param name="order">The order in which the two policies are applied.</param>
    /// <param name="encrypted">Whether the PC's drives are encrypted.</param>
    /// <param name="admin">Whether the person who sets up the mail account is an administrator of the PC.</param>
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
            dimension == LockDimension.Encryption ? "cannot require it" : LockWording.Of(dimension, mam),
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
