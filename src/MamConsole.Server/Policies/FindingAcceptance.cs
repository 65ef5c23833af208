using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Matches the findings of a review with the reasons that people gave for accepting them.</summary>
internal static class FindingAcceptance
{
    /// <summary>The findings that need a reason to be accepted.</summary>
    public static IEnumerable<Finding> Needed(PolicyReview review) =>
        review.Findings.Where(f => f.Severity is Severity.Warn or Severity.Danger);

    /// <summary>Combines each finding that needs acceptance with its reason, if one was given.</summary>
    /// <returns>The accepted findings to store, or <see cref="NothingToAccept"/>, <see cref="TextInvalid"/>.</returns>
    public static Outcome<ValueList<AcceptedFinding>> Of(PolicyReview review, ValueList<Acceptance> acceptances)
    {
        var words = new Dictionary<(string Code, string Field), string>();
        foreach (var acceptance in acceptances)
        {
            if (!Needed(review).Any(f => f.Code == acceptance.Code && f.Field == acceptance.Field))
            {
                return new NothingToAccept(acceptance.Code, acceptance.Field);
            }

            if (PolicyText.Reason(acceptance.Reason) is not Outcome<string>.Done { Value: var reason })
            {
                return new TextInvalid(
                    "acceptedWarnings",
                    $"The reason for rule {acceptance.Code} is not valid. Enter plain text of at most {PolicyText.MaximumReason} "
                        + "characters."
                );
            }

            words[(acceptance.Code, acceptance.Field)] = reason;
        }

        return Needed(review)
            .Select(f => new AcceptedFinding(f.Code, f.Severity, f.Field, f.Message, words.GetValueOrDefault((f.Code, f.Field), "")))
            .ToValueList();
    }
}
