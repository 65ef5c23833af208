using MamConsole.PolicyEngine.PolicyFile;

namespace MamConsole.Server.ImportExport;

/// <summary>A file to import.</summary>
public sealed record ImportRequest
{
    /// <summary>Its bytes; at most <see cref="SourceText.MaximumBytes"/>.</summary>
    public required ReadOnlyMemory<byte> File { get; init; }

    /// <summary>Its name, if it had one.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Whether a policy is made of it; otherwise it is only looked at.</summary>
    public bool Commit { get; init; }

    /// <summary>The new policy's name; null = the source's own.</summary>
    public string? Name { get; init; }

    /// <summary>Which of the file's policies, from 0; needed where there are several.</summary>
    public int? Item { get; init; }

    /// <summary>Whether the rules of an AppLocker file go to the exempt apps.</summary>
    public bool ExemptApps { get; init; }
}
