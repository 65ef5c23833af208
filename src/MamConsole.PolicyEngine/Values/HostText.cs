using System.Globalization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>Faults that all fields for hosts or domains share, with their correction.</summary>
internal static class HostText
{
    /// <summary>Returns the fault of the text for any kind of name; null = none of the common ones.</summary>
    public static TextFault? CommonFault(string text, string noun)
    {
        if (text.Length == 0)
        {
            return new TextFault(TextFaultKind.Empty, $"The row is empty: enter a {noun} or remove the row.");
        }

        if (text.Any(IsBlank))
        {
            return Trim(text) is var trimmed && trimmed.Length > 0 && !trimmed.Any(IsBlank) && !trimmed.Any(IsSeparator)
                ? new TextFault(TextFaultKind.Separator, "The name begins or ends with a space.")
                : new TextFault(TextFaultKind.Separator, $"Enter one {noun} per row, without spaces, line breaks or separators.");
        }

        if (text.Any(IsSeparator))
        {
            return new TextFault(TextFaultKind.Separator, $"Enter one {noun} per row, without commas, semicolons or vertical bars.");
        }

        if (text.Contains("://", StringComparison.Ordinal))
        {
            return new TextFault(TextFaultKind.Malformed, $"Enter only the {noun}, without scheme and path.");
        }

        if (text.Contains('*', StringComparison.Ordinal))
        {
            return new TextFault(TextFaultKind.Wildcard, "Windows does not support an asterisk here.");
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            return new TextFault(TextFaultKind.Malformed, "Enter only the part after the @.");
        }

        return text.EndsWith('.') || text.Contains("..", StringComparison.Ordinal)
            ? new TextFault(
                TextFaultKind.StrayDot,
                "The name has an extra dot: Windows would not match it, and personal apps could connect to it."
            )
            : null;
    }

    /// <summary>
    /// Returns the name that was probably intended: without scheme, user, path, spaces and trailing dots, <c>*.x</c> as <c>.x</c>, in lower
    /// case. Ports remain. The result may still be invalid.
    /// </summary>
    public static string Repair(string text)
    {
        var name = Trim(text);
        if (name.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
        {
            name = name[(scheme + 3)..];
        }

        if (name.IndexOfAny(['/', '?', '#', '\\']) is > 0 and var path)
        {
            name = name[..path];
        }

        name = name[(name.LastIndexOf('@') + 1)..].TrimEnd('.');
        name = name.StartsWith("*.", StringComparison.Ordinal) ? name[1..] : name;
        return name.ToLowerInvariant();
    }

    /// <summary>Converts A to Z to lowercase and leaves other characters unchanged.</summary>
    public static string LowerAscii(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = char.IsAsciiLetterUpper(source[i]) ? char.ToLowerInvariant(source[i]) : source[i];
                }
            }
        );

    /// <summary>Recognizes all kinds of white space, including invisible characters.</summary>
    public static bool IsBlank(char c) =>
        char.IsWhiteSpace(c)
        || char.IsControl(c)
        || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D'));

    private static string Trim(string text)
    {
        var (from, to) = (0, text.Length);
        while (from < to && IsBlank(text[from]))
        {
            from++;
        }

        while (to > from && IsBlank(text[to - 1]))
        {
            to--;
        }

        return text[from..to];
    }

    private static bool IsSeparator(char c) => c is ',' or ';' or '|';
}
