using System.Diagnostics.CodeAnalysis;

namespace MamConsole.PolicyEngine.Values;

/// <summary>A file extension in lowercase without its dot, such as <c>docx</c> (W-SMB-01).</summary>
public sealed record FileExtension
{
    private const int MaximumTextLength = 32;

    private FileExtension(string value) => Value = value;

    public string Value { get; }

    /// <exception cref="FormatException">The text is not a file extension; the message states why.</exception>
    public static FileExtension Parse(string text) =>
        TryParse(text, out var extension, out var fault) ? extension : throw new FormatException(fault.Reason);

    /// <summary>Parses an extension with or without its dot.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FileExtension? extension, [NotNullWhen(false)] out TextFault? fault)
    {
        var typed = (text ?? "").Trim();
        extension = Read(typed);
        fault = extension is not null
            ? null
            : new TextFault(
                typed.Length == 0 ? TextFaultKind.Empty : TextFaultKind.Malformed,
                "Enter one extension per row, such as docx, without asterisk, comma or semicolon.",
                Read(typed.TrimStart('*'))?.Value
            );
        return extension is not null;
    }

    public override string ToString() => Value;

    private static FileExtension? Read(string typed)
    {
        var bare = typed.StartsWith('.') ? typed[1..] : typed;
        return
            bare.Length is >= 1 and <= MaximumTextLength
            && bare.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '~' or '$' or '#' or '+')
            ? new FileExtension(bare.ToLowerInvariant())
            : null;
    }
}
