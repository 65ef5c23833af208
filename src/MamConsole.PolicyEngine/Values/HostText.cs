using System.Globalization;

namespace MamConsole.PolicyEngine.Values;

/// <summary>What people write where a host or a domain belongs: the faults that all such fields share, and their repair.</summary>
internal static class HostText
{
    /// <summary>The fault that this text has whatever kind of name is wanted; null = none of the common ones.</summary>
    public static TextFault? CommonFault(string text, string noun)
    {
        if (text.Length == 0)
        {
            return new TextFault(TextFaultKind.Empty, $"Empty row: write a {noun} or remove the row.");
        }

        if (text.Any(IsBlank))
        {
            return Trim(text) is var trimmed && trimmed.Length > 0 && !trimmed.Any(IsBlank) && !trimmed.Any(IsSeparator)
                ? new TextFault(TextFaultKind.Separator, "A blank before or after it would become part of the name.")
                : new TextFault(TextFaultKind.Separator, $"One {noun} a row: no blanks, line breaks or separators.");
        }

        if (text.Any(IsSeparator))
        {
            return new TextFault(TextFaultKind.Separator, $"One {noun} a row: no commas, semicolons or bars.");
        }

        if (text.Contains("://", StringComparison.Ordinal))
        {
            return new TextFault(TextFaultKind.Malformed, $"Write the {noun} alone, without the scheme before it and the path behind it.");
        }

        if (text.Contains('*', StringComparison.Ordinal))
        {
            return new TextFault(TextFaultKind.Wildcard, "Windows does not understand an asterisk here.");
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            return new TextFault(TextFaultKind.Malformed, "Write what stands behind the @ alone.");
        }

        return text.EndsWith('.') || text.Contains("..", StringComparison.Ordinal)
            ? new TextFault(TextFaultKind.StrayDot, "A dot too many: Windows would not know the name, and personal apps would reach it.")
            : null;
    }

    /// <summary>
    /// The name that was probably meant: without scheme, user, path, blanks and dots at the end, <c>*.x</c> as <c>.x</c>, in small
    /// letters. Ports stay. The result may still be wrong.
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

    /// <summary>The text with small letters for A to Z and everything else as it is.</summary>
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

    /// <summary>Blanks of all kinds, those that cannot be seen included.</summary>
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
