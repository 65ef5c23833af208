using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Import;

/// <summary>What became of one property of the source.</summary>
public enum LedgerKind
{
    /// <summary>It says the same here, or said nothing there.</summary>
    Kept,
    /// <summary>It says the opposite there: blocked became allowed, disabled became enabled.</summary>
    Inverted,
    /// <summary>It was written in a form that works nowhere or not here, and now stands in the right one.</summary>
    Repaired,
    /// <summary>It has no place here.</summary>
    Dropped,
}

/// <summary>One line of the ledger.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Source">Where it stood. A line for an object, a list or a rule stands for all that is in it.</param>
/// <param name="Value">What stood there, shortened; empty for what is too long or says nothing.</param>
/// <param name="Target">Where it stands now; null when nowhere.</param>
/// <param name="Note">Why, or how; empty when the line speaks for itself.</param>
public sealed record LedgerEntry(LedgerKind Kind, string Source, string Value, string? Target, string Note);

/// <summary>Each property of a source and what became of it: nothing is lost silently.</summary>
public sealed record Ledger(ValueList<LedgerEntry> Entries)
{
    /// <summary>How many lines are of a kind.</summary>
    public int Count(LedgerKind kind) => Entries.Count(entry => entry.Kind == kind);
}

/// <summary>Writes a ledger line by line.</summary>
internal sealed class LedgerBuilder
{
    private const int LongestValue = 120;

    private readonly List<LedgerEntry> entries = [];

    public void Keep(string source, string value, string? target, string note = "") => Add(LedgerKind.Kept, source, value, target, note);

    /// <summary>It said nothing there, so nothing is said here.</summary>
    public void KeepSilent(string source, string value = "") => Add(LedgerKind.Kept, source, value, null, "Empty there, so nothing is set here.");

    public void Invert(string source, string value, string target, string note) => Add(LedgerKind.Inverted, source, value, target, note);

    public void Repair(string source, string value, string? target, string note) => Add(LedgerKind.Repaired, source, value, target, note);

    public void Drop(string source, string value, string note) => Add(LedgerKind.Dropped, source, value, null, note);

    public void AddRange(Ledger more) => entries.AddRange(more.Entries);

    public Ledger Build() => new(entries.ToValueList());

    private void Add(LedgerKind kind, string source, string value, string? target, string note) =>
        entries.Add(new LedgerEntry(kind, source, value.Length <= LongestValue ? value : $"{value[..LongestValue]}…", target, note));
}
