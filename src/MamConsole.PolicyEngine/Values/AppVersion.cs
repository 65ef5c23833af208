using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>
/// One end of an AppLocker version range: <c>*</c> or four parts of 1 to 5 digits (W-APP-07). The digits are stored as written.
/// </summary>
public sealed record AppVersion : IComparable<AppVersion>
{
    private readonly (int, int, int, int) parts;

    private AppVersion(string value, (int, int, int, int) parts)
    {
        Value = value;
        this.parts = parts;
    }

    /// <summary>No limit.</summary>
    public static readonly AppVersion Any = new("*", default);

    public string Value { get; }

    public bool IsAny => Value == "*";

    /// <exception cref="FormatException">The text is not a version.</exception>
    public static AppVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException($"'{text}' is not a version.");

    /// <summary>Parses a version; empty counts as <c>*</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AppVersion? version)
    {
        var trimmed = (text ?? "").Trim();
        version = null;
        if (trimmed is "" or "*")
        {
            version = Any;
        }
        else if (
            trimmed.Split('.') is [var a, var b, var c, var d]
            && Part(a) is { } one
            && Part(b) is { } two
            && Part(c) is { } three
            && Part(d) is { } four
        )
        {
            version = new AppVersion(trimmed, (one, two, three, four));
        }

        return version is not null;
    }

    /// <summary>Compares by number; defined only for two versions that are not <see cref="Any"/>.</summary>
    public int CompareTo(AppVersion? other) => other is null ? 1 : parts.CompareTo(other.parts);

    public static bool operator <(AppVersion left, AppVersion right) => Compare(left, right) < 0;

    public static bool operator <=(AppVersion left, AppVersion right) => Compare(left, right) <= 0;

    public static bool operator >(AppVersion left, AppVersion right) => Compare(left, right) > 0;

    public static bool operator >=(AppVersion left, AppVersion right) => Compare(left, right) >= 0;

    public override string ToString() => Value;

    private static int Compare(AppVersion left, AppVersion right) => Comparer<AppVersion>.Default.Compare(left, right);

    private static int? Part(string text) =>
        text.Length is >= 1 and <= 5 && text.All(char.IsAsciiDigit)
            ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
