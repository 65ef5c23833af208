namespace MamConsole.PolicyEngine.Import;

/// <summary>One line of the import report.</summary>
/// <param name="Kind">The result for the property.</param>
/// <param name="Source">The property's path in the source. A line for an object, a list or a rule covers all that it contains.</param>
/// <param name="Value">The value in the source, shortened; empty when it is too long or empty.</param>
/// <param name="Target">The path in the policy; null when the property was dropped.</param>
/// <param name="Note">The reason or the conversion; empty when the line needs no explanation.</param>
public sealed record ImportReportEntry(ImportReportKind Kind, string Source, string Value, string? Target, string Note);
