using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.ImportExport;

/// <summary>The content of an imported file.</summary>
public sealed record ImportResult
{
    /// <summary>The id of the created policy; null when the file was only analyzed.</summary>
    public string? PolicyId { get; init; }

    /// <summary>The policies in the file; usually one.</summary>
    public required ValueList<ImportedItem> Policies { get; init; }
}
