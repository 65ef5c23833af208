using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.ImportExport;

/// <summary>What a file holds.</summary>
public sealed record ImportResult
{
    /// <summary>The policy that was made; null while the file was only looked at.</summary>
    public string? PolicyId { get; init; }

    /// <summary>Each policy in the file; mostly one.</summary>
    public required ValueList<ImportedItem> Policies { get; init; }
}
