using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>What was read from a program file (.exe, .dll). Nothing of it was run, and its signature was not judged.</summary>
public sealed record ProgramFile
{
    public required ProgramMark Mark { get; init; }

    /// <summary>Whether it is a library (.dll): the mark that counts is the one in the .exe that people start.</summary>
    public required bool IsLibrary { get; init; }

    /// <summary>What it runs on: "x64", "x86", "Arm64" or "another processor".</summary>
    public required string Architecture { get; init; }

    /// <summary>Whether it carries a signature; whose, and whether it holds, is not looked at. Rules by publisher need one.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>The product's name in its version resource; empty = none. AppLocker compares it in capitals.</summary>
    public string Product { get; init; } = "";

    /// <summary>
    /// The file's original name in its version resource, by which AppLocker knows it whatever it is called; empty = none.
    /// </summary>
    public string OriginalName { get; init; } = "";

    /// <summary>Its file version, four numbers; empty = none.</summary>
    public string Version { get; init; } = "";

    public string Company { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>SHA-256 over the whole file (AppLocker's SHA256Flat), 64 digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>
    /// What can be pasted into an app list: PUBLISHER\PRODUCT\FILE\VERSION with the publisher left open; null when it names no product or
    /// file.
    /// </summary>
    [JsonIgnore]
    public string? Identity =>
        Product.Length == 0 || OriginalName.Length == 0
            ? null
            : $"?\\{Product.ToUpperInvariant()}\\{OriginalName.ToUpperInvariant()}\\{(Version.Length == 0 ? "*" : Version)}";
}
