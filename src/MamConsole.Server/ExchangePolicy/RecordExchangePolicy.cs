using System.Text.Json;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Storage;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>
/// Records the requirements of Exchange for devices, unless another person recorded a version in the meantime. Nothing is sent: Exchange
/// itself is not changed (R9).
/// </summary>
internal sealed class RecordExchangePolicy(Database database, AuditTrail trail, TimeProvider time)
{
    /// <returns>
    /// The current version, or <see cref="NotAllowed"/>, <see cref="BodyInvalid"/>, <see cref="TextInvalid"/>,
    /// <see cref="ExchangePolicyUnreadable"/>, <see cref="ExchangePolicyConflict"/>.
    /// </returns>
    public async Task<Outcome<RecordedExchangePolicy>> ExecuteAsync(
        Administrator who,
        int expectedNumber,
        NewExchangePolicy policy,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.EditPolicies) is { } lacks)
        {
            return lacks;
        }

        return await Read(policy)
            .Match(
                read =>
                    PolicyText
                        .OptionalName(policy.Name.Trim() is { Length: > 0 } name ? name : read.Name)
                        .Match(
                            plain => AddAsync(who, expectedNumber, plain, read, cancellationToken),
                            problem => Task.FromResult<Outcome<RecordedExchangePolicy>>(problem)
                        ),
                problem => Task.FromResult<Outcome<RecordedExchangePolicy>>(problem)
            );
    }

    private static Outcome<PastedEasPolicy> Read(NewExchangePolicy policy)
    {
        if ((policy.Elements is null) == (policy.Text is null))
        {
            return new BodyInvalid("$", "Either elements or text is required, not both.");
        }

        if (policy.Elements is { } elements)
        {
            return new PastedEasPolicy(elements, "", elements.Settings.Count, [], null);
        }

        var read = PastedEasPolicy.Read(policy.Text!);
        return read.Policy is not null
            ? read
            : new ExchangePolicyUnreadable(
                read.Rejection ?? "Values in this text cannot be read. Correct the listed lines, or remove them.",
                read.Lines.Where(line => line.Kind == PastedLineKind.Wrong).ToValueList()
            );
    }

    private Task<Outcome<RecordedExchangePolicy>> AddAsync(
        Administrator who,
        int expectedNumber,
        string name,
        PastedEasPolicy read,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync<Outcome<RecordedExchangePolicy>>(
            async transaction =>
            {
                await transaction.AcquireLockAsync(database.Dialect, "exchange policy");
                var current = await ExchangePolicyStore.CurrentAsync(transaction.Connection, transaction.Inner, cancellationToken);
                if (current.Number != expectedNumber)
                {
                    return new ExchangePolicyConflict(expectedNumber, current.Number, current.RecordedBy);
                }

                if (current.Number > 0 && current.Name == name && current.Elements == read.Policy)
                {
                    return new RecordedExchangePolicy(current, read.Lines);
                }

                var next = new ExchangePolicyVersion(current.Number + 1, name, read.Policy!, time.GetInstant(), who.Name);
                await ExchangePolicyStore.AddAsync(transaction, next, who.ObjectId);
                await trail.Append(
                    transaction,
                    new AuditEvent.ExchangePolicyRecorded(
                        current.Number,
                        next.Number,
                        next.Name,
                        Json(current.Elements),
                        Json(next.Elements)
                    )
                    {
                        Actor = who.AsActor(),
                    }
                );
                return new RecordedExchangePolicy(next, read.Lines);
            },
            cancellationToken
        );

    private static JsonElement Json(EasPolicy policy) => JsonSerializer.SerializeToElement(policy, WrittenPolicy.Json);
}
