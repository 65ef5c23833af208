using MamConsole.PolicyEngine.Eas;
using MamConsole.Server.Access;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;

namespace MamConsole.Server.ExchangeForecast;

/// <summary>Reads the recorded Exchange policy and its effects on a policy. Requires <see cref="Ability.ReadPolicies"/>.</summary>
internal sealed class ExchangeQueries(ExchangePolicyStore store, PolicyQueries policies)
{
    public const int MaximumTake = 200;

    /// <summary>The current version; its number is 0 when nothing was ever recorded.</summary>
    public async Task<Outcome<ExchangePolicyVersion>> CurrentAsync(Administrator who, CancellationToken cancellationToken) =>
        who.Lacks(Ability.ReadPolicies) is { } lacks ? lacks : await store.CurrentAsync(cancellationToken);

    public async Task<Outcome<ExchangePolicyVersion>> GetAsync(Administrator who, int number, CancellationToken cancellationToken) =>
        who.Lacks(Ability.ReadPolicies) is { } lacks ? lacks
        : await store.FindAsync(number, cancellationToken) is { } found ? found
        : new NotFound("This version of the Exchange policy");

    /// <param name="who">The signed-in administrator.</param>
    /// <param name="before">The smallest number of the previous page; null for the first page.</param>
    /// <param name="take">1 to <see cref="MaximumTake"/>; a greater value is reduced to it.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<Outcome<ExchangePolicyHistory>> ListAsync(
        Administrator who,
        int? before,
        int take,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return lacks;
        }

        var size = Math.Clamp(take, 1, MaximumTake);
        var items = await store.ListAsync(before, size, cancellationToken);
        return new ExchangePolicyHistory(items, items.Count == size && items[^1].Number > 1 ? items[^1].Number : null);
    }

    /// <summary>What Windows will enforce when this policy's draft and the recorded Exchange policy both apply.</summary>
    /// <param name="who">The signed-in administrator.</param>
    /// <param name="policyId">The policy.</param>
    /// <param name="question">The properties of the PC.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<Outcome<PolicyForecast>> ForecastAsync(
        Administrator who,
        string policyId,
        ForecastQuestion question,
        CancellationToken cancellationToken
    ) =>
        await (await policies.GetAsync(who, policyId, cancellationToken)).Match(
            async policy =>
            {
                var exchange = await store.CurrentAsync(cancellationToken);
                var forecast =
                    exchange.Number == 0
                        ? null
                        : EasForecast.Of(policy.Draft.DeviceLock, exchange.Elements, question.Order, question.Encrypted, question.Admin);
                return (Outcome<PolicyForecast>)new PolicyForecast(policy, exchange, forecast);
            },
            problem => Task.FromResult<Outcome<PolicyForecast>>(problem)
        );
}
