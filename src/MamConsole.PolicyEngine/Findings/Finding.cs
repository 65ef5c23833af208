namespace MamConsole.PolicyEngine.Findings;

/// <summary>One thing the rules have to say about a policy.</summary>
/// <param name="Code">The rule's id: W-…, DL-…, PIN-…, HO-… as in the reference.</param>
/// <param name="Severity">What it means for publishing.</param>
/// <param name="Field">The field it is about, as a path in the written policy's JSON: <c>networkBoundary.ipRanges[2]</c>.</param>
/// <param name="Message">What is wrong and what to do about it, in words.</param>
/// <param name="Suggestion">A value that would be right in that field, when there is one; the console offers it as a button, and
/// <see cref="PolicyRepair"/> puts it in.</param>
public sealed record Finding(string Code, Severity Severity, string Field, string Message, string? Suggestion = null);
