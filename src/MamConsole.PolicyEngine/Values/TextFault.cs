namespace MamConsole.PolicyEngine.Values;

/// <summary>Why a text is not the value that it should be.</summary>
/// <param name="Kind">What is wrong, for the rules that tell faults apart.</param>
/// <param name="Reason">The same in words, as a whole sentence.</param>
/// <param name="Suggestion">A text that would do, when the repair is obvious.</param>
public sealed record TextFault(TextFaultKind Kind, string Reason, string? Suggestion = null);
