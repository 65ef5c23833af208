using MamConsole.PolicyEngine.Handoff;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Calculators;

/// <summary>Says what becomes of work files when a PC moves from MAM to MDM. Looks at nothing that is stored.</summary>
internal sealed class EvaluateHandoff
{
    /// <returns>The row of the table, or <see cref="NotAllowed"/> (every role may ask), <see cref="BodyInvalid"/>.</returns>
    public Task<Outcome<HandoffVerdict>> ExecuteAsync(Administrator who, HandoffQuestion question) =>
        Task.FromResult<Outcome<HandoffVerdict>>(
            (who.Lacks(Ability.ReadPolicies) ?? Fault(question)) is { } problem ? problem : HandoffTable.Decide(FactsOf(question))
        );

    private static BodyInvalid? Fault(HandoffQuestion question) =>
        IsFlag(question.RevokeOnMdmHandoff) is false ? new BodyInvalid("$.revokeOnMdmHandoff", "0, 1 or null is needed here.")
        : IsFlag(question.RevokeOnUnenroll) is false ? new BodyInvalid("$.revokeOnUnenroll", "0, 1 or null is needed here.")
        : question.OsBuild < 0 ? new BodyInvalid("$.osBuild", "A whole number from 0 is needed here: the build alone, such as 22631.")
        : question.DiscoveryUrl is { Length: > 0 } url && HandoffAddress.TryRead(url) is null
            ? new BodyInvalid("$.discoveryUrl", "An absolute https address with a host name, without user and fragment, is needed here.")
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
