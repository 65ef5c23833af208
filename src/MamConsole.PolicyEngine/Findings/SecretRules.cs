using FluentValidation;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Findings;

/// <summary>SEC-01: a policy can only be published while every secret that it names is kept on the server that sends it.</summary>
internal static class SecretRules
{
    /// <summary>For every area that holds secrets: one line in its validator for each of them.</summary>
    public static void CheckSecret<T>(this ValidationContext<T> context, string field, SecretReference? secret)
    {
        if (secret is not null && (secret.Id == Guid.Empty || context.Facts().KnownSecrets?.Contains(secret.Id) == false))
        {
            context.AddFinding(
                field,
                "SEC-01",
                Severity.Block,
                "The secret named here is not kept on this server: it came with a file from elsewhere, or was deleted. Type it again."
            );
        }
    }
}
