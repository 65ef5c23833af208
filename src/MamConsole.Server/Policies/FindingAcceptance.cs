using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Brings what the rules say and what people answered together.</summary>
internal static class FindingAcceptance
{
    /// <summary>The findings that need somebody's word.</summary>
    public static IEnumerable<Finding> Needed(PolicyReview review) =>
        review.Findings.Where(f => f.Severity is Severity.Warn or Severity.Danger);

    /// <summary>Each of them with its own words, where it has any.</summary>
    /// <returns>As they will be kept, or <see cref="NothingToAccept"/>, <see cref="TextInvalid"/>.</returns>
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
                    $"The words for rule {acceptance.Code} cannot be kept: plain text of at most {PolicyText.MaximumReason} "
                        + "characters, please."
                );
            }

            words[(acceptance.Code, acceptance.Field)] = reason;
        }

        return Needed(review)
            .Select(f => new AcceptedFinding(f.Code, f.Severity, f.Field, f.Message, words.GetValueOrDefault((f.Code, f.Field), "")))
            .ToValueList();
    }
}
