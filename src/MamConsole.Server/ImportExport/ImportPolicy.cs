using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using MamConsole.Server.Secrets;
using MamConsole.Server.Storage;

namespace MamConsole.Server.ImportExport;

/// <summary>
/// Reads a file and reports the result for each property; creates a policy with a first draft from it on request. Invalid values are
/// imported as well: the draft contains them, and validation reports them.
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
    private const int MaximumFileNameLength = 200;

    /// <returns>
    /// The policies of the file, with the new policy's id if one was created; or <see cref="NotAllowed"/>, <see cref="BodyTooLarge"/>,
    /// <see cref="ImportRejected"/>, <see cref="ImportAmbiguous"/>, <see cref="TextInvalid"/>, <see cref="NameTaken"/>,
    /// <see cref="DocumentTooLarge"/>.
    /// </returns>
    public async Task<Outcome<ImportResult>> ExecuteAsync(Administrator who, ImportRequest request, CancellationToken cancellationToken)
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
            return new ImportRejected(reading.Faults);
        }

        var recorded = (await exchange.CurrentAsync(cancellationToken)).Elements;
        var known = (await secrets.KnownAsync(cancellationToken)).Ids;
        var result = new ImportResult { Policies = reading.Policies.Select(policy => Item(policy, recorded, known)).ToValueList() };
        if (!request.Commit)
        {
            return result;
        }

        var item = request.Item ?? (reading.Policies.Count == 1 ? 0 : -1);
        return item < 0 || item >= reading.Policies.Count
            ? new ImportAmbiguous(reading.Policies.Select(p => p.Name).ToValueList())
            : await CommitAsync(who, request, reading.Policies[item], result, cancellationToken);
    }

    private ImportedItem Item(ImportedPolicy policy, EasPolicy recorded, IReadOnlySet<Guid> known) =>
        new()
        {
            Name = policy.Name,
            Source = policy.Source,
            Document = policy.Document,
            Entries = policy.Report.Entries,
            Imported = policy.Report.Count(ImportReportKind.Imported),
            Inverted = policy.Report.Count(ImportReportKind.Inverted),
            Repaired = policy.Report.Count(ImportReportKind.Repaired),
            Dropped = policy.Report.Count(ImportReportKind.Dropped),
            Findings = rules.Review(policy.Document, current: null, fleet: null, recorded, known).Findings.ToValueList(),
        };

    private async Task<Outcome<ImportResult>> CommitAsync(
        Administrator who,
        ImportRequest request,
        ImportedPolicy policy,
        ImportResult result,
        CancellationToken cancellationToken
    ) =>
        await PolicyText
            .Name(request.Name ?? policy.Name)
            .Match(
                async name =>
                    PolicyDocument.Unstorable(policy.Document) is { } unstorable
                        ? unstorable
                        : await InsertAsync(who, request, name, policy, result, cancellationToken),
                problem => Task.FromResult<Outcome<ImportResult>>(problem)
            );

    private async Task<Outcome<ImportResult>> InsertAsync(
        Administrator who,
        ImportRequest request,
        string name,
        ImportedPolicy policy,
        ImportResult result,
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
            policy.Report.Count(ImportReportKind.Dropped),
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
                    return result with { PolicyId = policyId };
                },
                cancellationToken
            );
        }
        catch (DbException e) when (database.Dialect.IsDuplicate(e))
        {
            return new NameTaken(name);
        }
    }

    /// <summary>A display name without folders and control characters, shortened to the maximum length.</summary>
    private static string PlainName(string fileName)
    {
        var last = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return plain.Length > MaximumFileNameLength ? plain[..MaximumFileNameLength] : plain;
    }
}
