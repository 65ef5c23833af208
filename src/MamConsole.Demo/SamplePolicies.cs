using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MamConsole.DemoTenant;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;

namespace MamConsole.Demo;

/// <summary>
/// Publishes the sample policies: files next to the program, imported and published through the use cases of the console under the account
/// of the demo's author.
/// </summary>
internal static class SamplePolicies
{
    /// <summary>The reason for publishing each policy, by file name; the other files stay drafts.</summary>
    private static readonly FrozenDictionary<string, string> Published = new Dictionary<string, string>
    {
        ["1-everyone.json"] = "First version, after the pilot",
        ["2-finance.json"] = "Stricter rules for the people who handle payments",
        ["4-sales.json"] = "Sales staff travel and lock their PCs sooner; contractors get the policy Everyone",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static async Task PublishAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        var author = tenant.WithRoles("Author", "Publisher");
        var who = new Administrator(author.ObjectId, author.DisplayName, new[] { AppRole.Author, AppRole.Publisher }.ToFrozenSet());
        if (Value(await services.GetRequiredService<PolicyQueries>().ListAsync(who, ct)).Count > 0)
        {
            return;
        }

        var certificate = RecoveryCertificate();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Policies"), "*.json").Order(StringComparer.Ordinal))
        {
            // The files are read by the import's reader, so that they also serve as examples of the file format.
            var faults = PolicyFileReader.Read(await File.ReadAllBytesAsync(file, ct), out var policy);
            if (policy is null)
            {
                throw new InvalidOperationException(
                    $"The sample policy {Path.GetFileName(file)} was rejected: {string.Join(' ', faults.Select(f => f.Message))}"
                );
            }

            var document = policy.Document with
            {
                Assignment = InTenant(policy.Document.Assignment, tenant),
                InformationProtection = policy.Document.InformationProtection with { RecoveryCertificate = certificate },
            };
            var id = Value(await services.GetRequiredService<CreatePolicy>().ExecuteAsync(who, policy.Name, document, ct));
            if (Published.TryGetValue(Path.GetFileName(file), out var reason))
            {
                var detail = Value(await services.GetRequiredService<PolicyQueries>().GetAsync(who, id, ct));
                Value(
                    await services
                        .GetRequiredService<PublishPolicy>()
                        .ExecuteAsync(who, id, new PublishRequest { DraftRevision = detail.DraftRevision, Reason = reason }, ct)
                );
            }
        }
    }

    /// <summary>Replaces the group names of the files with the group ids of this tenant.</summary>
    private static AssignmentSettings InTenant(AssignmentSettings assignment, Tenant tenant)
    {
        ValueList<GroupReference> Known(ValueList<GroupReference> groups) =>
            groups.Select(g => g with { Id = tenant.Group(g.Name).Id.ToString("D") }).ToValueList();
        return assignment with { Groups = Known(assignment.Groups), ExceptGroups = Known(assignment.ExceptGroups) };
    }

    /// <summary>
    /// Creates a data recovery certificate as an administrator would upload it: the public key only. The private key is discarded, because
    /// the demo has no files to recover.
    /// </summary>
    private static UploadedCertificate RecoveryCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Northwind File Recovery", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.4.1.311.10.3.4.1")], critical: false));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(3));
        return new UploadedCertificate
        {
            FileName = "northwind-recovery.cer",
            Content = Convert.ToBase64String(certificate.Export(X509ContentType.Cert)),
        };
    }

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Match(
            value => value,
            problem => throw new InvalidOperationException($"The sample policies were rejected: {problem.Message}")
        );
}
