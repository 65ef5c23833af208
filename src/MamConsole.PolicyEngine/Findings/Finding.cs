namespace MamConsole.PolicyEngine.Findings;

/// <summary>A result of the validation of a policy.</summary>
/// <param name="Code">The rule's id: W-…, DL-…, PIN-…, HO-… as in the reference.</param>
/// <param name="Severity">The consequence for publishing.</param>
/// <param name="Field">The affected field, as a path in the written policy's JSON: <c>networkBoundary.ipRanges[2]</c>.</param>
/// <param name="Message">The problem and how to resolve it, as text.</param>
/// <param name="Suggestion">A valid value for that field, when there is one; the console offers it as a button, and
/// <see cref="PolicyRepair"/> applies it.</param>
public sealed record Finding(string Code, Severity Severity, string Field, string Message, string? Suggestion = null);
