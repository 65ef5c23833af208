using MamConsole.PolicyEngine.PolicyFile;

namespace MamConsole.Server.ImportExport;

/// <summary>A file to import.</summary>
public sealed record ImportRequest
{
    /// <summary>The content; at most <see cref="SourceText.MaximumBytes"/> bytes.</summary>
    public required ReadOnlyMemory<byte> File { get; init; }

    /// <summary>The file name; empty when there is none.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Whether a policy is created; otherwise the file is only analyzed.</summary>
    public bool Commit { get; init; }

    /// <summary>The new policy's name; null = the name in the file.</summary>
    public string? Name { get; init; }

    /// <summary>The index of the policy in the file, from 0; required when the file contains several.</summary>
    public int? Item { get; init; }

    /// <summary>Whether the rules of an AppLocker file are imported as exempt apps.</summary>
    public bool ExemptApps { get; init; }
}
