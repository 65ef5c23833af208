using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.Access;

namespace MamConsole.Server.Policies.Calculators;

/// <summary>Two sets of lock rules to compare (contract.md §3).</summary>
/// <param name="Mam">DeviceLock nodes by name.</param>
/// <param name="Eas">Elements of EASProvisionDoc.</param>
/// <param name="Order">Which came to the PC first.</param>
/// <param name="Encrypted">Whether its drives are encrypted.</param>
/// <param name="Admin">Whether whoever sets up the mail is an administrator of the PC.</param>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record EasQuestion(LockNodes Mam, EasPolicy Eas, EasOrder Order = EasOrder.EasAfterMam, bool Encrypted = false, bool Admin = false);

/// <summary>What becomes of them; the names are the contract's.</summary>
internal sealed record EasAnswer(
    bool Compliant, IReadOnlyList<string> Failing, LockSettings Resultant, bool AdminNeeded, bool MailSyncs, IReadOnlyList<string> Advice);

/// <summary>Says what Windows would make of a MAM policy's lock rules and an Exchange policy. Looks at nothing that is stored.</summary>
internal sealed class EvaluateEas
{
    /// <returns>The answer, or <see cref="NotAllowed"/>: every role may ask.</returns>
    public Task<Outcome<EasAnswer>> ExecuteAsync(Administrator who, EasQuestion question)
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return Task.FromResult<Outcome<EasAnswer>>(lacks);
        }

        var (mam, exchange) = (LockSettings.Of(question.Mam), LockSettings.Of(question.Eas));
        var verdict = EasComparison.Evaluate(mam, exchange, question.Order, question.Encrypted, question.Admin);
        return Task.FromResult<Outcome<EasAnswer>>(new EasAnswer(
            verdict.Compliant,
            [.. verdict.Failing.Select(dimension => dimension.Element)],
            verdict.Resultant,
            verdict.AdminNeeded,
            verdict.MailSyncs,
            [.. EasAdvice.For(mam, exchange).Select(advice => advice.Text)]));
    }
}
