using FluentValidation;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>The whole policy, for rules that compare one area with another, with the version in force or with Exchange.</summary>
internal static class CrossCheckContext
{
    /// <summary>A validation of one area beside the others.</summary>
    public static ValidationContext<T> Begin<T>(T settings, WrittenPolicy policy, PolicyContext context) =>
        new(settings)
        {
            RootContextData =
            {
                [nameof(WrittenPolicy)] = policy,
                [nameof(PolicyContext)] = context,
                [nameof(ValidationFacts)] = context,
            },
        };

    /// <summary>The policy whose area is validated.</summary>
    public static WrittenPolicy Policy<T>(this ValidationContext<T> context) =>
        (WrittenPolicy)context.RootContextData[nameof(WrittenPolicy)];

    /// <summary>What is known besides the policy.</summary>
    public static PolicyContext Context<T>(this ValidationContext<T> context) =>
        (PolicyContext)context.RootContextData[nameof(PolicyContext)];
}
