using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Builds an import report line by line.</summary>
internal sealed class ImportReportBuilder
{
    private const int MaximumValueLength = 120;

    private readonly List<ImportReportEntry> entries = [];

    public void AddImported(string source, string value, string? target, string note = "") =>
        Add(ImportReportKind.Imported, source, value, target, note);

    /// <summary>Adds a line for a property that is empty in the source, so that nothing is set.</summary>
    public void AddEmpty(string source, string value = "") =>
        Add(ImportReportKind.Imported, source, value, null, "Empty in the source, so nothing is set.");

    public void Invert(string source, string value, string target, string note) =>
        Add(ImportReportKind.Inverted, source, value, target, note);

    public void Repair(string source, string value, string? target, string note) =>
        Add(ImportReportKind.Repaired, source, value, target, note);

    public void Drop(string source, string value, string note) => Add(ImportReportKind.Dropped, source, value, null, note);

    public void AddRange(ImportReport more) => entries.AddRange(more.Entries);

    public ImportReport Build() => new(entries.ToValueList());

    private void Add(ImportReportKind kind, string source, string value, string? target, string note) =>
        entries.Add(
            new ImportReportEntry(
                kind,
                source,
                value.Length <= MaximumValueLength ? value : $"{value[..MaximumValueLength]}…",
                target,
                note
            )
        );
}
