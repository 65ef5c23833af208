using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Server.Policies;

/// <summary>The review of a draft as the REST API returns it.</summary>
/// <param name="CanPublish">Whether no finding blocks publishing.</param>
/// <param name="Findings">The findings, most severe first.</param>
/// <param name="RequiredConfirmation">The text that <c>publish</c> requires as its confirmation.</param>
/// <param name="Changes">The changes compared with the version in force.</param>
/// <param name="Nodes">The nodes that devices would receive.</param>
/// <param name="Limitations">The platform limitations that no setting changes, with counts of the PCs that would get the policy.</param>
internal sealed record ReviewAnswer(
    bool CanPublish,
    ValueList<Finding> Findings,
    string? RequiredConfirmation,
    ChangeList Changes,
    CompiledPolicy? Nodes,
    ValueList<PlatformLimitation> Limitations
)
{
    public static ReviewAnswer Of(DraftReview review) =>
        new(
            review.Review.Valid is not null,
            review.Review.Findings.ToValueList(),
            review.RequiredConfirmation,
            review.Changes,
            review.Nodes,
            review.Limitations
        );
}
