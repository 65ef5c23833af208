namespace MamConsole.PolicyEngine.Values;

/// <summary>The result of parsing a pasted text.</summary>
/// <param name="Rows">One item per row, corrected if the correction is obvious; other invalid items are unchanged, and the validation
/// reports them.</param>
/// <param name="Repairs">All corrections as text, to be shown and undone on request.</param>
public sealed record Pasted<T>(ValueList<T> Rows, ValueList<string> Repairs);
