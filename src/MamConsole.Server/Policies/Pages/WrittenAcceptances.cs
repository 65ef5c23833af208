using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies.Pages;

/// <summary>The reasons typed for single findings before publishing.</summary>
internal sealed class WrittenAcceptances
{
    private readonly Dictionary<(string Code, string Field), string> written = [];

    public string Words(Finding finding) => written.GetValueOrDefault((finding.Code, finding.Field), "");

    public void Take(Finding finding, string? words) => written[(finding.Code, finding.Field)] = words ?? "";

    /// <summary>Whether each finding that needs a reason has one.</summary>
    public bool Cover(PolicyReview review) => FindingAcceptance.Needed(review).All(finding => Words(finding).Trim().Length > 0);

    /// <summary>The reasons for a publish request, limited to findings that the review still has.</summary>
    public ValueList<Acceptance> Of(PolicyReview review) =>
        FindingAcceptance
            .Needed(review)
            .Where(finding => Words(finding).Trim().Length > 0)
            .DistinctBy(finding => (finding.Code, finding.Field))
            .Select(finding => new Acceptance
            {
                Code = finding.Code,
                Field = finding.Field,
                Reason = Words(finding).Trim(),
            })
            .ToValueList();
}
