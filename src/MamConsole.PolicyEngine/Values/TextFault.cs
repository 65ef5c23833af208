namespace MamConsole.PolicyEngine.Values;

/// <summary>The reason why a text is not a valid value.</summary>
/// <param name="Kind">The kind of fault, for rules that distinguish them.</param>
/// <param name="Reason">The reason as a whole sentence.</param>
/// <param name="Suggestion">A valid text, when the correction is obvious.</param>
public sealed record TextFault(TextFaultKind Kind, string Reason, string? Suggestion = null);
