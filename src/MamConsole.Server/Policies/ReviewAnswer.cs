using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Server.Policies;

/// <summary>What publishing a draft would mean.</summary>
/// <param name="CanPublish">Whether no rule forbids it.</param>
/// <param name="Findings">Worst first.</param>
/// <param name="RequiredConfirmation">What <c>publish</c> wants as its confirmation.</param>
/// <param name="Changes">Against the version in force.</param>
/// <param name="Nodes">What devices would be sent.</param>
/// <param name="Limitations">What no setting changes and people must know, with counts of the PCs that would get it.</param>
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
