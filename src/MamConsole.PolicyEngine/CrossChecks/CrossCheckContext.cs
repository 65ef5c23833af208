using FluentValidation;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;

namespace MamConsole.PolicyEngine.CrossChecks;

/// <summary>
/// The whole policy, for rules that compare one area with another area, with the published version or with the Exchange policy.
/// </summary>
internal static class CrossCheckContext
{
    /// <summary>The validation of one area in the context of the whole policy.</summary>
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

    /// <summary>The facts about the tenant, the server and the devices.</summary>
    public static PolicyContext Context<T>(this ValidationContext<T> context) =>
        (PolicyContext)context.RootContextData[nameof(PolicyContext)];
}
