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
/// The demo's policies: files beside the program, published through the same use cases as everybody's, in the name of the demo's author.
/// </summary>
internal static class SamplePolicies
{
    /// <summary>Why a file's policy is published; the others stay drafts.</summary>
    private static readonly FrozenDictionary<string, string> Published = new Dictionary<string, string>
    {
        ["1-everyone.json"] = "First version, after the pilot",
        ["2-finance.json"] = "Stricter rules for the people who handle payments",
        ["4-sales.json"] = "People on the road lock their PCs sooner; their contractors keep what everyone has",
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
            // Read as import reads them, so that whoever looks for an example of such a file has five.
            var faults = PolicyFileReader.Read(await File.ReadAllBytesAsync(file, ct), out var policy);
            if (policy is null)
            {
                throw new InvalidOperationException(
                    $"The demo's own {Path.GetFileName(file)} was refused: {string.Join(' ', faults.Select(f => f.Message))}"
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

    /// <summary>The files name groups; their ids are this tenant's own.</summary>
    private static AssignmentSettings InTenant(AssignmentSettings assignment, Tenant tenant)
    {
        ValueList<GroupReference> Known(ValueList<GroupReference> groups) =>
            groups.Select(g => g with { Id = tenant.Group(g.Name).Id.ToString("D") }).ToValueList();
        return assignment with { Groups = Known(assignment.Groups), ExceptGroups = Known(assignment.ExceptGroups) };
    }

    /// <summary>
    /// A certificate for file recovery as an administrator would upload: the public half alone; its private key is thrown away, there are
    /// no real files.
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
            problem => throw new InvalidOperationException($"The demo's own policies were refused: {problem.Message}")
        );
}
