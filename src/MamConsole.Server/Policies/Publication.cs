using System.Data.Common;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Secrets;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies;

/// <summary>
/// The common part of publishing and rolling back: rules, acceptance and compilation, then version, head and audit event in one
/// transaction. The next number follows the version that was reviewed, so the unique number lets only one of two concurrent publications
/// succeed.
/// </summary>
internal sealed partial class Publication(
    Database database,
    PolicyStore policies,
    VersionStore versions,
    ActivePolicyCache activePolicies,
    PolicyRules rules,
    ExchangePolicyStore exchange,
    SecretStore secrets,
    CountAudience countAudience,
    AuditTrail trail,
    TimeProvider time,
    ILogger<Publication> logger
)
{
    /// <summary>The document to publish and what was typed for it.</summary>
    /// <param name="Document">The document to publish.</param>
    /// <param name="Reason">As typed.</param>
    /// <param name="Confirmation">As typed.</param>
    /// <param name="RolledBackFrom">The number of the earlier version that the document comes from; null for a draft.</param>
    internal sealed record Request(WrittenPolicy Document, string Reason, string? Confirmation, int? RolledBackFrom)
    {
        /// <summary>Reasons for single findings, as typed.</summary>
        public ValueList<Acceptance> Acceptances { get; init; } = [];
    }

    /// <param name="who">The administrator; the use case has checked the permission to publish.</param>
    /// <param name="policy">The policy as it was read for this request.</param>
    /// <param name="request">What to publish.</param>
    /// <param name="cancellationToken">Cancels the operation before the write; the write itself is not canceled.</param>
    public async Task<Outcome<PublishedVersion>> PublishAsync(
        Administrator who,
        StoredPolicy policy,
        Request request,
        CancellationToken cancellationToken
    )
    {
        var current = policy.VersionId is { } id ? await versions.GetAsync(id, cancellationToken) : null;
        if (current?.Document == request.Document)
        {
            return new NothingToPublish(current.Number);
        }

        var fleet = await countAudience(request.Document.Assignment, policy.PolicyId, cancellationToken);
        var review = rules.Review(
            request.Document,
            current?.Document,
            fleet,
            (await exchange.CurrentAsync(cancellationToken)).Elements,
            (await secrets.KnownAsync(cancellationToken)).Ids
        );
        return await PolicyText
            .Reason(request.Reason)
            .Match(
                reason =>
                    FindingAcceptance
                        .Of(review, request.Acceptances)
                        .Match(
                            async accepted =>
                                Rejection(policy, review, request, reason, accepted) is { } rejection
                                    ? rejection
                                    : await WriteAsync(
                                        who,
                                        policy,
                                        current,
                                        request with
                                        {
                                            Reason = reason,
                                        },
                                        review,
                                        accepted,
                                        cancellationToken
                                    ),
                            problem => Task.FromResult<Outcome<PublishedVersion>>(problem)
                        ),
                problem => Task.FromResult<Outcome<PublishedVersion>>(problem)
            );
    }

    private static Problem? Rejection(
        StoredPolicy policy,
        PolicyReview review,
        Request request,
        string reason,
        ValueList<AcceptedFinding> accepted
    )
    {
        ValueList<Finding> Of(Severity severity) => review.Findings.Where(f => f.Severity == severity).ToValueList();

        if (review.Valid is null)
        {
            return new PolicyBlocked(Of(Severity.Block));
        }

        if (reason.Length == 0 && (request.RolledBackFrom is not null || accepted.Any(a => a.Reason.Length == 0)))
        {
            return new ReasonMissing(FindingAcceptance.Needed(review).ToValueList());
        }

        return PolicyRules.RequiredConfirmation(review, policy.Name) is { } expected && request.Confirmation?.Trim() != expected
            ? new ConfirmationMissing(expected, Of(Severity.Danger))
            : null;
    }

    private async Task<Outcome<PublishedVersion>> WriteAsync(
        Administrator who,
        StoredPolicy policy,
        PublishedVersion? current,
        Request request,
        PolicyReview review,
        ValueList<AcceptedFinding> accepted,
        CancellationToken cancellationToken
    )
    {
        var next = new PublishedVersion
        {
            VersionId = 0,
            PolicyId = policy.PolicyId,
            Number = policy.Number + 1,
            PublishedAt = time.GetInstant(),
            PublishedBy = who.Name,
            Reason = request.Reason,
            RolledBackFrom = request.RolledBackFrom,
            Accepted = accepted,
            Document = request.Document,
            Nodes = rules.Compile(review.Valid!),
            CompilerOptionsHash = rules.OptionsHash,
        };
        var codes = accepted.Select(a => a.Code).Distinct().ToValueList();
        try
        {
            var outcome = await database.WriteAsync<Outcome<PublishedVersion>>(
                async transaction =>
                {
                    var now = (await policies.FindAsync(transaction, policy.PolicyId))!;
                    if (now.Number != policy.Number)
                    {
                        return new VersionConflict(policy.Number, now.Number);
                    }

                    var version = next with { VersionId = await versions.InsertAsync(transaction, policy.Key, next, who.ObjectId) };
                    await policies.SetHeadAsync(transaction, policy.Key, version.VersionId, version.Number);
                    if (request.RolledBackFrom is not null && now.Draft == current?.Document)
                    {
                        await policies.ReplaceDraftAsync(
                            transaction,
                            policy.Key,
                            now.DraftRevision,
                            version.Document,
                            version.PublishedAt,
                            who.Name
                        );
                    }

                    await trail.Append(transaction, Event(who, now.Name, version, current, codes));
                    return version;
                },
                cancellationToken
            );
            activePolicies.Invalidate();
            if (outcome is Outcome<PublishedVersion>.Done { Value: var published })
            {
                Log.Published(logger, published.Number, policy.PolicyId, published.VersionId);
            }

            return outcome;
        }
        catch (DbException e) when (database.Dialect.IsDuplicate(e))
        {
            var winner = await policies.FindAsync(policy.PolicyId, cancellationToken);
            return new VersionConflict(policy.Number, winner!.Number);
        }
    }

    private static AuditEvent Event(
        Administrator who,
        string name,
        PublishedVersion version,
        PublishedVersion? current,
        ValueList<string> accepted
    )
    {
        var change = DocumentChange.Between(current?.Document, version.Document);
        var before = current?.Number ?? 0;
        return version.RolledBackFrom is { } from
            ? new AuditEvent.PolicyRolledBack(
                version.PolicyId,
                name,
                version.VersionId,
                before,
                version.Number,
                from,
                version.Reason,
                accepted,
                change
            )
            {
                Actor = who.AsActor(),
            }
            : new AuditEvent.PolicyPublished(
                version.PolicyId,
                name,
                version.VersionId,
                before,
                version.Number,
                version.Reason,
                accepted,
                change
            )
            {
                Actor = who.AsActor(),
            };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Published version {Number} of policy {PolicyId} (version id {VersionId})")]
        public static partial void Published(ILogger logger, int number, string policyId, long versionId);
    }
}
