using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Server.Policies;

/// <summary>All policies.</summary>
internal sealed record PolicyList(IReadOnlyList<PolicyListItem> Items);

/// <summary>A policy to start.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Document">Its first draft; an empty one without it.</param>
internal sealed record NewPolicy(string Name, WrittenPolicy? Document = null);

internal sealed record CreatedPolicy(string PolicyId);

internal sealed record NewName(string Name);

/// <summary>A draft's revision, which is its ETag as well.</summary>
internal sealed record DraftRevision(int Revision);

/// <summary>A page of a policy's history, newest first.</summary>
/// <param name="Items">The versions.</param>
/// <param name="Next">What to ask as <c>before</c> for the next page; absent on the last.</param>
internal sealed record VersionPage(IReadOnlyList<VersionSummary> Items, int? Next);

/// <summary>What publishing a draft would mean.</summary>
/// <param name="CanPublish">Whether no rule forbids it.</param>
/// <param name="Findings">Worst first.</param>
/// <param name="RequiredConfirmation">What <c>publish</c> wants as its confirmation.</param>
/// <param name="Changes">Against the version in force.</param>
/// <param name="Nodes">What devices would be sent.</param>
/// <param name="Notices">What no setting changes and people must know, with counts of the PCs that would get it.</param>
internal sealed record ReviewAnswer(
    bool CanPublish, ValueList<Finding> Findings, string? RequiredConfirmation, ChangeList Changes, CompiledPolicy? Nodes, ValueList<HonestNotice> Notices)
{
    public static ReviewAnswer Of(DraftReview review) =>
        new(review.Review.Valid is not null, review.Review.Findings.ToValueList(), review.RequiredConfirmation, review.Changes, review.Nodes, review.Notices);
}

/// <summary>An edit without the revision that it started from.</summary>
public sealed record IfMatchMissing() : Problem("Send If-Match with the draft's ETag, so that nobody's work is overwritten.")
{
    public override int Status => StatusCodes.Status428PreconditionRequired;
}
