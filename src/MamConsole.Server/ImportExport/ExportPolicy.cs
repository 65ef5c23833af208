using System.Globalization;
using System.Text;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Export;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.ExchangePolicy;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;

namespace MamConsole.Server.ImportExport;

/// <summary>Exports a version of a policy, or its draft, in one of the formats.</summary>
internal sealed class ExportPolicy(
    PolicyStore policies,
    VersionStore versions,
    ExchangePolicyStore exchange,
    PolicyRules rules,
    TimeProvider time
)
{
    /// <param name="who">The signed-in administrator.</param>
    /// <param name="policyId">The policy.</param>
    /// <param name="format">The format.</param>
    /// <param name="number">The version; null = the draft.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The file, or <see cref="NotAllowed"/>, <see cref="NotFound"/>.</returns>
    public async Task<Outcome<ExportedFile>> ExecuteAsync(
        Administrator who,
        string policyId,
        ExportFormat format,
        int? number,
        CancellationToken cancellationToken
    )
    {
        if (who.Lacks(Ability.ReadPolicies) is { } lacks)
        {
            return lacks;
        }

        if (await policies.FindAsync(policyId, cancellationToken) is not { } policy)
        {
            return new NotFound("This policy");
        }

        var recorded = format == ExportFormat.Html ? (await exchange.CurrentAsync(cancellationToken)).Elements : null;
        if (number is not { } desired)
        {
            var current = policy.VersionId is { } id ? await versions.DocumentAsync(id, cancellationToken) : null;
            var saved = $"The draft, saved by {policy.DraftSavedBy} on {Date(policy.DraftSavedAt)}";
            return Write(
                format,
                new NamedPolicy(policy.Name, policy.Draft),
                current,
                recorded,
                "draft",
                new DocumentHead(saved, time.GetUtcNow())
            );
        }

        return await versions.FindAsync(policy.Key, desired, cancellationToken) is { } version
            ? Write(
                format,
                new NamedPolicy(policy.Name, version.Document),
                version.Document,
                recorded,
                $"v{desired}",
                new DocumentHead($"Version {desired}, published by {version.PublishedBy} on {Date(version.PublishedAt)}", time.GetUtcNow())
                {
                    Reason = version.Reason,
                    Accepted = version.Accepted.Select(a => new AcceptedWarning(a.Code, a.Message, a.Reason)).ToValueList(),
                }
            )
            : new NotFound($"Version {desired}");
    }

    private ExportedFile Write(
        ExportFormat format,
        NamedPolicy policy,
        WrittenPolicy? current,
        EasPolicy? recorded,
        string edition,
        DocumentHead head
    )
    {
        var name = $"{PlainName(policy.Name)}-{edition}";
        switch (format)
        {
            case ExportFormat.Intune:
                var intune = IntuneExport.Write(policy);
                return new ExportedFile($"{name}.intune.json", "application/json", intune.Json, intune.Report);
            case ExportFormat.Html:
                var page = ReadableDocument.Write(policy, rules.Review(policy.Document, current, fleet: null, recorded), head);
                return new ExportedFile($"{name}.html", "text/html; charset=utf-8", page, new ImportReport([]));
            default:
                return new ExportedFile($"{name}.json", "application/json", PolicyFileWriter.Write(policy), new ImportReport([]));
        }
    }

    private static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Converts the policy's name to a file name: lowercase ASCII letters and digits; everything else becomes a hyphen.</summary>
    private static string PlainName(string name)
    {
        var plain = new StringBuilder();
        foreach (
            var c in name.Normalize(NormalizationForm.FormKD)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        )
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
            else if (plain.Length > 0 && plain[^1] != '-')
            {
                plain.Append('-');
            }
        }

        return plain.ToString().Trim('-') is { Length: > 0 } some ? some : "policy";
    }
}
