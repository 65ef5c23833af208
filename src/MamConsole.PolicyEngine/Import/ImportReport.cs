using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Lists each property of a source with the result of its import, so that no property is lost without notice.</summary>
public sealed record ImportReport(ValueList<ImportReportEntry> Entries)
{
    /// <summary>Returns the number of lines of a kind.</summary>
    public int Count(ImportReportKind kind) => Entries.Count(entry => entry.Kind == kind);
}
