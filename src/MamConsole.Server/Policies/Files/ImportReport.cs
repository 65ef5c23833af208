using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Import;
using MamConsole.PolicyEngine.PolicyFile;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies.Files;

/// <summary>What a file holds.</summary>
public sealed record ImportReport
{
    /// <summary>The policy that was made; null while the file was only looked at.</summary>
    public string? PolicyId { get; init; }

    /// <summary>Each policy in the file; mostly one.</summary>
    public required ValueList<ImportedItem> Policies { get; init; }
}

/// <summary>One policy of a file.</summary>
public sealed record ImportedItem
{
    /// <summary>What the source calls it; may be empty.</summary>
    public required string Name { get; init; }

    public required ImportSource Source { get; init; }

    /// <summary>Lines of the ledger by kind.</summary>
    public required int Kept { get; init; }

    public required int Inverted { get; init; }

    public required int Repaired { get; init; }

    public required int Dropped { get; init; }

    /// <summary>Each property of the source and what became of it.</summary>
    public required ValueList<LedgerEntry> Ledger { get; init; }

    /// <summary>What the rules say about it, worst first.</summary>
    public required ValueList<Finding> Findings { get; init; }

    /// <summary>The draft that it would be.</summary>
    public required WrittenPolicy Document { get; init; }
}

/// <summary>The file cannot be read as a policy. Nothing was written.</summary>
/// <param name="Faults">Each place with its reason.</param>
public sealed record ImportRefused(ValueList<FileFault> Faults)
    : Problem($"The file was not imported. {(Faults[0].Path is "$" or "/" ? "" : $"{Faults[0].Path}: ")}{Faults[0].Message}{(Faults.Count > 1 ? $" And {Faults.Count - 1} more." : "")}")
{
    public override int Status => StatusCodes.Status400BadRequest;
}

/// <summary>The file holds several policies, or not the one that was asked for.</summary>
/// <param name="Names">What they are called, in their order.</param>
public sealed record ImportAmbiguous(ValueList<string> Names)
    : Problem($"The file holds {(Names.Count == 1 ? "one policy" : $"{Names.Count} policies")}. Say which one: item, from 0 to {Names.Count - 1}.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
