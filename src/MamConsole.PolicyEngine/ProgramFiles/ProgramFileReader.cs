using System.Security.Cryptography;

namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>
/// Reads from program files the marks that control access to work data: the resource EDPAUTOPROTECTIONALLOWEDAPPINFOID (WIP-aware) or
/// EDPENLIGHTENEDAPPINFOID (enlightened) (Microsoft, "Support for mobile application management on Windows"). Files are untrusted: every
/// offset and count is checked against the file, the number of steps is limited, and nothing is executed.
/// </summary>
public static class ProgramFileReader
{
    /// <summary>The maximum file size in bytes.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    /// <summary>The type of the resource that marks a file as WIP-aware.</summary>
    public const string WipAwareType = "EDPAUTOPROTECTIONALLOWEDAPPINFOID";

    /// <summary>The type of the resource that enlightened apps contain.</summary>
    public const string EnlightenedType = "EDPENLIGHTENEDAPPINFOID";

    /// <summary>The text for an app's resource file that marks it; a resource whose first number is 1.</summary>
    public const string Snippet = "MICROSOFTEDPAUTOPROTECTIONALLOWEDAPPINFO EDPAUTOPROTECTIONALLOWEDAPPINFOID\nBEGIN\n    0x0001\nEND";

    private const int VersionType = 16;

    public static ProgramReading Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length > MaximumBytes)
        {
            return new ProgramReading.Rejected("The file is larger than 64 MB.");
        }

        try
        {
            return new ProgramReading.Read(Look(file));
        }
        catch (DamagedProgramException damaged)
        {
            return new ProgramReading.Rejected(damaged.Message);
        }
    }

    private static ProgramFile Look(ReadOnlyMemory<byte> file)
    {
        var image = ProgramImage.Open(file);
        var resources = ResourceDirectory.Open(image);
        var mark =
            IsSet(resources?.Find(EnlightenedType)) ? ProgramMark.Enlightened
            : IsSet(resources?.Find(WipAwareType)) ? ProgramMark.WipAware
            : ProgramMark.None;
        var version = resources?.Find(VersionType) is { } found ? VersionResource.Read(found) : VersionResource.None;
        return new ProgramFile
        {
            Mark = mark,
            IsLibrary = image.IsLibrary,
            Architecture = image.Architecture,
            IsSigned = image.IsSigned,
            Product = version.Text("ProductName"),
            OriginalName = version.Text("OriginalFilename"),
            Version = version.FileVersion,
            Company = version.Text("CompanyName"),
            Description = version.Text("FileDescription"),
            Sha256 = Convert.ToHexString(SHA256.HashData(file.Span)),
        };
    }

    private static bool IsSet(ReadOnlyMemory<byte>? value) => value is { Length: >= 2 } bytes && bytes.Span[0] == 1 && bytes.Span[1] == 0;
}
