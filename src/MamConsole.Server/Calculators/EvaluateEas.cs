using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Calculators;

/// <summary>
/// Computes what Windows enforces when a MAM policy's lock rules and an Exchange policy both apply. It uses no stored data.
/// </summary>
internal sealed class EvaluateEas
{
    /// <returns>The result, or <see cref="NotAllowed"/>; every role is allowed.</returns>
    public Task<Outcome<EasAnswer>> ExecuteAsync(Administrator who, EasQuestion question)
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return Task.FromResult<Outcome<EasAnswer>>(lacks);
        }

        var (mam, exchange) = (LockSettings.Of(question.Mam), LockSettings.Of(question.Eas));
        var verdict = EasComparison.Evaluate(mam, exchange, question.Order, question.Encrypted, question.Admin);
        return Task.FromResult<Outcome<EasAnswer>>(
            new EasAnswer(
                verdict.Compliant,
                [.. verdict.Failing.Select(dimension => dimension.Element)],
                verdict.Resultant,
                verdict.AdminNeeded,
                verdict.MailSyncs,
                [.. EasAdvice.For(mam, exchange).Select(advice => advice.Text)]
            )
        );
    }
}
