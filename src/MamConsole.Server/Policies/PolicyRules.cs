using System.Security.Cryptography;
using System.Text.Json;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;
using MamConsole.Server.Audit;

namespace MamConsole.Server.Policies;

/// <summary>The rules and the compiler of the policy engine, with the facts of this server.</summary>
internal sealed class PolicyRules(TenantFacts tenant, CompilerOptions options, TimeProvider time)
{
    /// <summary>Stored with every version: shows which versions were compiled with the same options.</summary>
    public string OptionsHash { get; } =
        Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Write(JsonSerializer.SerializeToNode(options, JsonSerializerOptions.Web))));

    /// <summary>
    /// The findings of the rules for a document that would follow another, including conflicts with the Exchange policy if one is recorded.
    /// </summary>
    public PolicyReview Review(
        WrittenPolicy document,
        WrittenPolicy? current,
        FleetFacts? fleet,
        EasPolicy? exchange,
        IReadOnlySet<Guid>? secrets = null
    ) =>
        PolicyValidator.Validate(
            document,
            new PolicyContext(current, tenant, fleet, time.GetUtcNow()) { Exchange = exchange, KnownSecrets = secrets }
        );

    public CompiledPolicy Compile(Valid<Policy> policy) => PolicyCompiler.Compile(policy, options);

    /// <summary>The complete review of a draft, for the form and before publishing.</summary>
    public DraftReview Review(
        WrittenPolicy draft,
        PolicyDetail policy,
        FleetFacts? fleet,
        EasPolicy? exchange,
        IReadOnlySet<Guid>? secrets = null
    )
    {
        var current = policy.Published?.Document;
        var review = Review(draft, current, fleet, exchange, secrets);
        return new DraftReview
        {
            Policy = policy with { Draft = draft },
            Review = review,
            Changes = PolicyDiff.Compare(current, draft),
            Nodes = review.Valid is { } valid ? Compile(valid) : null,
            Fleet = fleet,
            Limitations = PlatformLimitations.Of(draft, fleet),
            RequiredConfirmation = RequiredConfirmation(review, policy.Name),
        };
    }

    /// <summary>The text to type when a rule finds danger: the policy's name, so that a confirmation is a deliberate act.</summary>
    public static string? RequiredConfirmation(PolicyReview review, string policyName) =>
        review.Findings.Any(f => f.Severity == Severity.Danger) ? policyName : null;
}
