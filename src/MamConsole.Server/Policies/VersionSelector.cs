using System.Globalization;

namespace MamConsole.Server.Policies;

/// <summary>One side of a comparison: a published version, the draft, or an empty document.</summary>
/// <param name="Number">The version; 0 = an empty document; null = the draft.</param>
public readonly record struct VersionSelector(int? Number)
{
    /// <summary>The name of the draft in URLs.</summary>
    public const string DraftWord = "draft";

    public static readonly VersionSelector Draft = new(null);

    public static readonly VersionSelector Nothing = new(0);

    public bool IsDraft => Number is null;

    /// <summary>Parses the notation of URLs; returns null for a text that is neither a number nor the draft.</summary>
    public static VersionSelector? Read(string? text) =>
        string.Equals(text, DraftWord, StringComparison.OrdinalIgnoreCase) ? Draft
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new VersionSelector(number)
        : null;

    public override string ToString() => Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : DraftWord;
}
