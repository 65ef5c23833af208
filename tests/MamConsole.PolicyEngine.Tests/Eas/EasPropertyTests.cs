using CsCheck;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Eas;

namespace MamConsole.Tests.PolicyEngine.Eas;

/// <summary>Tests properties that are true for every pair of lock rules (docs/reference/eas.md §4).</summary>
public sealed class EasPropertyTests
{
    [Fact]
    public void Strictest_EqualsStricterSideInEachDimension() =>
        EasGen.Pair.Sample(
            pair =>
            {
                var resultant = pair.Mam.Strictest(pair.Exchange);
                Assert.All(
                    LockDimension.All,
                    dimension =>
                        Assert.Equal(
                            Math.Max(dimension.Strictness(pair.Mam), dimension.Strictness(pair.Exchange)),
                            dimension.Strictness(resultant)
                        )
                );
            },
            iter: Iterations.Of(2000)
        );

    [Fact]
    public void Compliant_IsTrueExactlyWhenResultantEqualsMamExceptEncryption() =>
        EasGen.Pair.Sample(
            pair =>
            {
                var verdict = EasComparison.Evaluate(pair.Mam, pair.Exchange, EasOrder.EasAfterMam, encrypted: true, admin: false);
                Assert.Equal(verdict.Resultant with { Encryption = false } == pair.Mam, verdict.Compliant);
            },
            iter: Iterations.Of(2000)
        );

    [Fact]
    public void Strictest_IsCommutativeAssociativeAndIdempotent() =>
        Gen.Select(EasGen.Pair, EasGen.Pair)
            .Sample(
                (one, other) =>
                {
                    var (a, b, c) = (one.Mam, one.Exchange, other.Exchange);
                    Assert.Equal(a.Strictest(b), b.Strictest(a));
                    Assert.Equal(a.Strictest(b).Strictest(c), a.Strictest(b.Strictest(c)));
                    Assert.Equal(a, a.Strictest(a));
                    Assert.Equal(a, a.Strictest(LockSettings.None));
                    Assert.Equal(
                        EasComparison.Evaluate(a, b, EasOrder.EasAfterMam, encrypted: false, admin: false).Resultant,
                        EasComparison.Evaluate(a, b, EasOrder.MamAfterEas, encrypted: false, admin: true).Resultant
                    );
                },
                iter: Iterations.Of(1000)
            );

    [Fact]
    public void Evaluate_AcceptsResultantItself() =>
        EasGen.Pair.Sample(
            pair =>
                Assert.True(
                    EasComparison
                        .Evaluate(pair.Mam.Strictest(pair.Exchange), pair.Exchange, EasOrder.EasAfterMam, encrypted: true, admin: false)
                        .Compliant
                ),
            iter: Iterations.Of(1000)
        );

    [Fact]
    public void Remedies_ResolveEveryFailureThatCanBeResolved() =>
        Gen.Select(EasGen.Lock, EasGen.Exchange)
            .Sample(
                (draft, policy) =>
                {
                    var exchange = LockSettings.Of(policy);
                    var rows = EasForecast.Of(draft, policy, EasOrder.EasAfterMam).Rows.Where(row => row.Remedy is not null).ToArray();
                    var mended = rows.Aggregate(draft, (lockRules, row) => row.Remedy!.Apply(lockRules));

                    var failing = EasComparison
                        .Evaluate(LockSettings.Of(LockNodes.Of(mended)), exchange, EasOrder.EasAfterMam, encrypted: false, admin: false)
                        .Failing;

                    Assert.Equal(rows.Where(row => !row.Remedy!.IsPossible).Select(row => row.Dimension), failing);
                },
                iter: Iterations.Of(2000)
            );

    [Fact]
    public void Remedy_IsSmallestSufficientChange() =>
        Gen.Select(EasGen.Lock, EasGen.Exchange)
            .Sample(
                (draft, policy) =>
                {
                    var exchange = LockSettings.Of(policy);
                    foreach (
                        var row in EasForecast
                            .Of(draft, policy, EasOrder.EasAfterMam)
                            .Rows.Where(row => row.Remedy is { IsPossible: true, Value: not null })
                    )
                    {
                        var value = int.Parse(row.Remedy!.Value!, System.Globalization.CultureInfo.InvariantCulture);
                        var looser = Loosened(row.Dimension, row.Remedy.Apply(draft with { LockRequired = true }), value);
                        if (
                            looser is not null
                            && LockSettings.Of(LockNodes.Of(looser)) is var mam
                            && LockNodes.Of(looser) is var nodes
                            && IsSent(row.Dimension, nodes)
                        )
                        {
                            Assert.True(
                                row.Dimension.Strictness(mam) < row.Dimension.Strictness(exchange),
                                $"{row.Dimension} of {looser} would do for {exchange}."
                            );
                        }
                    }
                },
                iter: Iterations.Of(2000)
            );

    /// <summary>Returns the settings with the rule weakened by one step.</summary>
    private static DeviceLockSettings? Loosened(LockDimension dimension, DeviceLockSettings settings, int value) =>
        dimension switch
        {
            _ when dimension == LockDimension.Length => settings with { MinimumLength = $"{value - 1}" },
            _ when dimension == LockDimension.Groups => settings with { CharacterGroups = $"{value - 1}" },
            _ when dimension == LockDimension.Idle => settings with { LockAfterMinutes = $"{value + 1}" },
            _ when dimension == LockDimension.Failed => settings with { FailedAttempts = $"{value + 1}" },
            _ when dimension == LockDimension.Expiry => settings with { ExpirationDays = $"{value + 1}" },
            _ when dimension == LockDimension.History => settings with { History = $"{value - 1}" },
            _ => null,
        };

    private static bool IsSent(LockDimension dimension, LockNodes nodes) => nodes[dimension.Element] is not null;
}
