using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.Server.Access;

namespace MamConsole.Server.Policies.Calculators;

/// <summary>The editions of Windows that the move to MDM tells apart.</summary>
internal enum WindowsEdition
{
    /// <summary>Home and its kin: no information protection under MDM.</summary>
    Home,
    /// <summary>Pro, Enterprise, Education.</summary>
    Pro,
}

/// <summary>A PC, a policy and an MDM (contract.md §3). What may be null may be absent too.</summary>
/// <param name="Edition">The PC's edition.</param>
/// <param name="OsBuild">Its Windows build.</param>
/// <param name="WipInMam">Whether this policy protects information.</param>
/// <param name="MamEnterpriseId">This policy's enterprise ID, or the wire's list of them; empty = not known.</param>
/// <param name="DiscoveryUrl">The MDM's discovery address; null or empty = no move is offered.</param>
/// <param name="WipInMdm">Whether the MDM's policy protects information; null = nobody knows.</param>
/// <param name="MdmEnterpriseId">The MDM's enterprise ID, likewise.</param>
/// <param name="RevokeOnMdmHandoff">0 or 1; null = absent.</param>
/// <param name="RevokeOnUnenroll">0 or 1; null = absent.</param>
[JsonNumberHandling(JsonNumberHandling.Strict)]
internal sealed record HandoffQuestion(
    WindowsEdition Edition,
    int OsBuild,
    bool WipInMam,
    string MamEnterpriseId,
    string? DiscoveryUrl = null,
    bool? WipInMdm = null,
    string? MdmEnterpriseId = null,
    int? RevokeOnMdmHandoff = null,
    int? RevokeOnUnenroll = null);

/// <summary>Says what becomes of work files when a PC moves from MAM to MDM. Looks at nothing that is stored.</summary>
internal sealed class EvaluateHandoff
{
    /// <returns>The row of the table, or <see cref="NotAllowed"/> (every role may ask), <see cref="BodyInvalid"/>.</returns>
    public Task<Outcome<HandoffVerdict>> ExecuteAsync(Administrator who, HandoffQuestion question) =>
        Task.FromResult<Outcome<HandoffVerdict>>(
            (who.Lacks(Ability.ReadPolicies) ?? Fault(question)) is { } problem ? problem : HandoffTable.Decide(FactsOf(question)));

    private static BodyInvalid? Fault(HandoffQuestion question) =>
        IsFlag(question.RevokeOnMdmHandoff) is false ? new BodyInvalid("$.revokeOnMdmHandoff", "0, 1 or null is needed here.")
        : IsFlag(question.RevokeOnUnenroll) is false ? new BodyInvalid("$.revokeOnUnenroll", "0, 1 or null is needed here.")
        : question.OsBuild < 0 ? new BodyInvalid("$.osBuild", "A whole number from 0 is needed here: the build alone, such as 22631.")
        : question.DiscoveryUrl is { Length: > 0 } url && HandoffAddress.TryRead(url) is null
            ? new BodyInvalid("$.discoveryUrl", "An absolute https address with a host name, without user and fragment, is needed here.")
        : null;

    private static bool? IsFlag(int? value) => value is null ? null : value is 0 or 1;

    private static HandoffFacts FactsOf(HandoffQuestion question) => new(
        LinkOffered: question.DiscoveryUrl is { Length: > 0 },
        IsHome: question.Edition == WindowsEdition.Home,
        question.OsBuild,
        question.WipInMam,
        question.WipInMdm,
        question.MamEnterpriseId,
        question.MdmEnterpriseId,
        question.RevokeOnMdmHandoff is { } handoff ? handoff == 1 : null,
        question.RevokeOnUnenroll is { } unenroll ? unenroll == 1 : null);
}
