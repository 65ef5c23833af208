using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>The facts about a program file (.exe, .dll). The file is not executed, and its signature is not verified.</summary>
public sealed record ProgramFile
{
    public required ProgramMark Mark { get; init; }

    /// <summary>Whether it is a library (.dll): only the mark in the .exe counts.</summary>
    public required bool IsLibrary { get; init; }

    /// <summary>The processor architecture: "x64", "x86", "Arm64" or "another processor".</summary>
    public required string Architecture { get; init; }

    /// <summary>Whether it has a signature, which is not verified. Publisher rules require one.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>The product name in its version resource; empty = none. AppLocker compares it in capitals.</summary>
    public string Product { get; init; } = "";

    /// <summary>The original file name in its version resource, by which AppLocker identifies the file; empty = none.</summary>
    public string OriginalName { get; init; } = "";

    /// <summary>The file version, four numbers; empty = none.</summary>
    public string Version { get; init; } = "";

    public string Company { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>The SHA-256 hash of the whole file (AppLocker's SHA256Flat), 64 digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>
    /// The identity for an app list: PUBLISHER\PRODUCT\FILE\VERSION with a placeholder for the publisher; null when it has no product or
    /// file name.
    /// </summary>
    [JsonIgnore]
    public string? Identity =>
        Product.Length == 0 || OriginalName.Length == 0
            ? null
            : $"?\\{Product.ToUpperInvariant()}\\{OriginalName.ToUpperInvariant()}\\{(Version.Length == 0 ? "*" : Version)}";
}
