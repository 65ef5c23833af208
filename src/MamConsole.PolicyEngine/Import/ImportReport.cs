using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Each property of a source and what became of it: nothing is lost silently.</summary>
public sealed record ImportReport(ValueList<ImportReportEntry> Entries)
{
    /// <summary>How many lines are of a kind.</summary>
    public int Count(ImportReportKind kind) => Entries.Count(entry => entry.Kind == kind);
}
