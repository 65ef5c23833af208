using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Policies.Exchange;
using MamConsole.Server.Policies.Secrets;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Policies.Files;

/// <summary>
/// Reads a file and says what would become of it; makes a policy with a first draft of it once that is asked for. Wrong values come along: the draft
/// holds them, and the rules name them.
/// </summary>
internal sealed class ImportPolicy(
    Database database,
    PolicyStore policies,
    ExchangePolicyStore exchange,
    SecretStore secrets,
    PolicyRules rules,
    AuditTrail trail,
    TimeProvider time
)
{
    private const int LongestFileName = 200;

    /// <returns>
    /// What the file holds, with the new policy's id where one was made; or <see cref="NotAllowed"/>, <see cref="BodyTooLarge"/>, <see cref="ImportRefused"/>,
    /// <see cref="ImportAmbiguous"/>, <see cref="TextInvalid"/>, <see cref="NameTaken"/>, <see cref="DocumentTooLarge"/>.
    /// </returns>
    public async Task<Outcome<ImportReport>> ExecuteAsync(Administrator who, ImportRequest request, CancellationToken cancellationToken)
    {
        if (who.Lacks(Ability.EditPolicies) is { } lacks)
        {
            return lacks;
        }

        if (request.File.Length > SourceText.MaximumBytes)
        {
            return new BodyTooLarge(SourceText.MaximumBytes);
        }

        var reading = PolicyImport.Read(request.File.Span, request.ExemptApps);
        if (reading.Policies.Count == 0)
        {
            return new ImportRefused(reading.Faults);
        }

        var recorded = (await exchange.CurrentAsync(cancellationToken)).Elements;
        var known = (await secrets.KnownAsync(cancellationToken)).Ids;
        var report = new ImportReport { Policies = reading.Policies.Select(policy => Item(policy, recorded, known)).ToValueList() };
        if (!request.Commit)
        {
            return report;
        }

        var item = request.Item ?? (reading.Policies.Count == 1 ? 0 : -1);
        return item < 0 || item >= reading.Policies.Count
            ? new ImportAmbiguous(reading.Policies.Select(p => p.Name).ToValueList())
            : await CommitAsync(who, request, reading.Policies[item], report, cancellationToken);
    }

    private ImportedItem Item(ImportedPolicy policy, EasPolicy recorded, IReadOnlySet<Guid> known) =>
        new()
        {
            Name = policy.Name,
            Source = policy.Source,
            Document = policy.Document,
            Ledger = policy.Ledger.Entries,
            Kept = policy.Ledger.Count(LedgerKind.Kept),
            Inverted = policy.Ledger.Count(LedgerKind.Inverted),
            Repaired = policy.Ledger.Count(LedgerKind.Repaired),
            Dropped = policy.Ledger.Count(LedgerKind.Dropped),
            Findings = rules.Review(policy.Document, current: null, fleet: null, recorded, known).Findings.ToValueList(),
        };

    private async Task<Outcome<ImportReport>> CommitAsync(
        Administrator who,
        ImportRequest request,
        ImportedPolicy policy,
        ImportReport report,
        CancellationToken cancellationToken
    ) =>
        await PolicyText
            .Name(request.Name ?? policy.Name)
            .Match(
                async name =>
                    PolicyDocument.Unkept(policy.Document) is { } unkept
                        ? unkept
                        : await InsertAsync(who, request, name, policy, report, cancellationToken),
                problem => Task.FromResult<Outcome<ImportReport>>(problem)
            );

    private async Task<Outcome<ImportReport>> InsertAsync(
        Administrator who,
        ImportRequest request,
        string name,
        ImportedPolicy policy,
        ImportReport report,
        CancellationToken cancellationToken
    )
    {
        var at = time.GetInstant();
        var policyId = Guid.CreateVersion7(at).ToString("D");
        var imported = new AuditEvent.PolicyImported(
            policyId,
            name,
            JsonNamingPolicy.CamelCase.ConvertName($"{policy.Source}"),
            PlainName(request.FileName),
            Convert.ToHexStringLower(SHA256.HashData(request.File.Span)),
            policy.Ledger.Count(LedgerKind.Dropped),
            DocumentChange.Between(null, policy.Document)
        )
        {
            Actor = who.AsActor(),
        };
        try
        {
            return await database.WriteAsync(
                async transaction =>
                {
                    await policies.InsertAsync(transaction, policyId, name, policy.Document, at, who.Name);
                    await trail.Append(transaction, imported);
                    return report with { PolicyId = policyId };
                },
                cancellationToken
            );
        }
        catch (DbException e) when (database.Dialect.IsDuplicate(e))
        {
            return new NameTaken(name);
        }
    }

    /// <summary>Only a name for people: without folders, control characters and excess.</summary>
    private static string PlainName(string fileName)
    {
        var last = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return plain.Length > LongestFileName ? plain[..LongestFileName] : plain;
    }
}
