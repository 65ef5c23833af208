using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.ImportExport;

/// <summary>One policy of a file.</summary>
public sealed record ImportedItem
{
    /// <summary>The name in the source; may be empty.</summary>
    public required string Name { get; init; }

    public required ImportSource Source { get; init; }

    /// <summary>The number of imported entries of the import report.</summary>
    public required int Imported { get; init; }

    public required int Inverted { get; init; }

    public required int Repaired { get; init; }

    public required int Dropped { get; init; }

    /// <summary>The result for each property of the source.</summary>
    public required ValueList<ImportReportEntry> Entries { get; init; }

    /// <summary>The validation findings, most severe first.</summary>
    public required ValueList<Finding> Findings { get; init; }

    /// <summary>The document of the resulting draft.</summary>
    public required WrittenPolicy Document { get; init; }
}
