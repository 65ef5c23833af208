using FluentValidation;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Findings;

/// <summary>SEC-01: a policy can be published only while the server that sends it stores every secret that the policy references.</summary>
internal static class SecretRules
{
    /// <summary>Adds the rule for one secret; validators of areas with secrets call it once per secret.</summary>
    public static void CheckSecret<T>(this ValidationContext<T> context, string field, SecretReference? secret)
    {
        if (secret is not null && (secret.Id == Guid.Empty || context.Facts().KnownSecrets?.Contains(secret.Id) == false))
        {
            context.AddFinding(
                field,
                "SEC-01",
                Severity.Block,
                "This server does not store the secret: it came from an imported file, or was deleted. Enter it again."
            );
        }
    }
}
