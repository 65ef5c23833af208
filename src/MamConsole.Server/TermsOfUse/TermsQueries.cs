using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.TermsOfUse;

/// <summary>Reads the terms of use for the console. Requires the ability to read policies.</summary>
internal sealed class TermsQueries(TermsStore store)
{
    public const int MaximumTake = 200;

    /// <summary>The version in effect, whose number is 0 when no version was ever published.</summary>
    public async Task<Outcome<TermsVersion>> CurrentAsync(Administrator who, CancellationToken cancellationToken) =>
        who.Lacks(Ability.ReadPolicies) is { } lacks ? lacks : await store.CurrentAsync(cancellationToken);

    public async Task<Outcome<TermsVersion>> GetAsync(Administrator who, int number, CancellationToken cancellationToken) =>
        who.Lacks(Ability.ReadPolicies) is { } lacks ? lacks
        : await store.FindAsync(number, cancellationToken) is { } found ? found
        : new NotFound("This version of the terms of use");

    /// <param name="who">The administrator.</param>
    /// <param name="before">The smallest number of the previous page; null for the first page.</param>
    /// <param name="take">The maximum number of versions, 1 to 200.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<Outcome<TermsHistory>> ListAsync(Administrator who, int? before, int take, CancellationToken cancellationToken)
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return lacks;
        }

        var size = Math.Clamp(take, 1, MaximumTake);
        var items = await store.ListAsync(before, size, cancellationToken);
        return new TermsHistory(items, items.Count == size && items[^1].Number > 1 ? items[^1].Number : null);
    }
}
