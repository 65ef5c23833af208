using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.ImportExport;

/// <summary>One policy of a file.</summary>
public sealed record ImportedItem
{
    /// <summary>What the source calls it; may be empty.</summary>
    public required string Name { get; init; }

    public required ImportSource Source { get; init; }

    /// <summary>Lines of the ledger by kind.</summary>
    public required int Imported { get; init; }

    public required int Inverted { get; init; }

    public required int Repaired { get; init; }

    public required int Dropped { get; init; }

    /// <summary>Each property of the source and what became of it.</summary>
    public required ValueList<ImportReportEntry> Entries { get; init; }

    /// <summary>What the rules say about it, worst first.</summary>
    public required ValueList<Finding> Findings { get; init; }

    /// <summary>The draft that it would be.</summary>
    public required WrittenPolicy Document { get; init; }
}
