using MamConsole.PolicyEngine.Handoff;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Calculators;

/// <summary>Computes what an MDM handoff does to work files. It uses no stored data.</summary>
internal sealed class EvaluateHandoff
{
    /// <returns>The row of the decision table, or <see cref="NotAllowed"/> (every role is allowed), <see cref="BodyInvalid"/>.</returns>
    public Task<Outcome<HandoffVerdict>> ExecuteAsync(Administrator who, HandoffQuestion question) =>
        Task.FromResult<Outcome<HandoffVerdict>>(
            (who.Lacks(Ability.ReadPolicies) ?? Fault(question)) is { } problem ? problem : HandoffTable.Decide(FactsOf(question))
        );

    private static BodyInvalid? Fault(HandoffQuestion question) =>
        IsFlag(question.RevokeOnMdmHandoff) is false ? new BodyInvalid("$.revokeOnMdmHandoff", "The value must be 0, 1 or null.")
        : IsFlag(question.RevokeOnUnenroll) is false ? new BodyInvalid("$.revokeOnUnenroll", "The value must be 0, 1 or null.")
        : question.OsBuild < 0 ? new BodyInvalid("$.osBuild", "The value must be a build number of 0 or greater, such as 22631.")
        : question.DiscoveryUrl is { Length: > 0 } url && HandoffAddress.TryRead(url) is null
            ? new BodyInvalid(
                "$.discoveryUrl",
                "The value must be an absolute https URL with a host name, without user information and fragment."
            )
        : null;

    private static bool? IsFlag(int? value) => value is null ? null : value is 0 or 1;

    private static HandoffFacts FactsOf(HandoffQuestion question) =>
        new(
            LinkOffered: question.DiscoveryUrl is { Length: > 0 },
            IsHome: question.Edition == WindowsEdition.Home,
            question.OsBuild,
            question.WipInMam,
            question.WipInMdm,
            question.MamEnterpriseId,
            question.MdmEnterpriseId,
            question.RevokeOnMdmHandoff is { } handoff ? handoff == 1 : null,
            question.RevokeOnUnenroll is { } unenroll ? unenroll == 1 : null
        );
}
