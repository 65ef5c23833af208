using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.TermsOfUse;

/// <summary>
/// Publishes the next version of the terms of use, unless another person did so in the meantime. Earlier versions remain, because people
/// accepted them.
/// </summary>
internal sealed class PublishTerms(Database database, AuditTrail trail, TimeProvider time)
{
    /// <returns>The version then in effect, or <see cref="NotAllowed"/>, <see cref="TermsInvalid"/>, <see cref="TermsConflict"/>.</returns>
    public async Task<Outcome<TermsVersion>> ExecuteAsync(
        Administrator who,
        int expectedNumber,
        NewTerms terms,
        CancellationToken cancellationToken
    ) =>
        who.Lacks(Ability.ManageSettings) is { } lacks
            ? lacks
            : await TermsMarkdown
                .Check(terms.Text)
                .Match(
                    text => AddAsync(who, expectedNumber, terms with { Text = text }, cancellationToken),
                    problem => Task.FromResult<Outcome<TermsVersion>>(problem)
                );

    private async Task<Outcome<TermsVersion>> AddAsync(
        Administrator who,
        int expectedNumber,
        NewTerms terms,
        CancellationToken cancellationToken
    )
    {
        if (terms is { Required: true, Text.Length: 0 })
        {
            return new TermsInvalid("An empty text cannot be accepted. Enter a text, or allow enrollment without acceptance.");
        }

        return await database.WriteAsync<Outcome<TermsVersion>>(
            async transaction =>
            {
                await transaction.AcquireLockAsync(database.Dialect, "terms of use");
                var current = await TermsStore.CurrentAsync(transaction.Connection, transaction.Inner, cancellationToken);
                if (current.Number != expectedNumber)
                {
                    return new TermsConflict(expectedNumber, current.Number, current.PublishedBy);
                }

                if (current.Text == terms.Text && current.Required == terms.Required)
                {
                    return current;
                }

                var next = new TermsVersion(current.Number + 1, terms.Text, terms.Required, time.GetInstant(), who.Name);
                await TermsStore.AddAsync(transaction, next, who.ObjectId);
                await trail.Append(
                    transaction,
                    new AuditEvent.TermsPublished(current.Number, next.Number, current.Text, next.Text, current.Required, next.Required)
                    {
                        Actor = who.AsActor(),
                    }
                );
                return next;
            },
            cancellationToken
        );
    }
}
