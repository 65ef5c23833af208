namespace MamConsole.PolicyEngine.Import;

/// <summary>One line of the ledger.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Source">Where it stood. A line for an object, a list or a rule stands for all that is in it.</param>
/// <param name="Value">What stood there, shortened; empty for what is too long or says nothing.</param>
/// <param name="Target">Where it stands now; null when nowhere.</param>
/// <param name="Note">Why, or how; empty when the line speaks for itself.</param>
public sealed record ImportReportEntry(ImportReportKind Kind, string Source, string Value, string? Target, string Note);
