using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>Writes a ledger line by line.</summary>
internal sealed class LedgerBuilder
{
    private const int LongestValue = 120;

    private readonly List<LedgerEntry> entries = [];

    public void Keep(string source, string value, string? target, string note = "") => Add(LedgerKind.Kept, source, value, target, note);

    /// <summary>It said nothing there, so nothing is said here.</summary>
    public void KeepSilent(string source, string value = "") =>
        Add(LedgerKind.Kept, source, value, null, "Empty there, so nothing is set here.");

    public void Invert(string source, string value, string target, string note) => Add(LedgerKind.Inverted, source, value, target, note);

    public void Repair(string source, string value, string? target, string note) => Add(LedgerKind.Repaired, source, value, target, note);

    public void Drop(string source, string value, string note) => Add(LedgerKind.Dropped, source, value, null, note);

    public void AddRange(Ledger more) => entries.AddRange(more.Entries);

    public Ledger Build() => new(entries.ToValueList());

    private void Add(LedgerKind kind, string source, string value, string? target, string note) =>
        entries.Add(new LedgerEntry(kind, source, value.Length <= LongestValue ? value : $"{value[..LongestValue]}…", target, note));
}
