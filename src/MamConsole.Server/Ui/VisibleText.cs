using System.Globalization;
using System.Text;

namespace MamConsole.Server.Ui;

/// <summary>
/// Text of a device in visible form: characters with an effect instead of a shape (controls, direction marks, line ends) are escaped.
/// </summary>
internal static class VisibleText
{
    /// <param name="text">The text that the device sent.</param>
    /// <param name="lines">Whether line feeds and tabs are preserved, which only formatted XML needs.</param>
    public static string Of(string text, bool lines = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(c => Acts(c, lines)))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (Acts(c, lines))
            {
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
            else
            {
                visible.Append(c);
            }
        }

        return visible.ToString();
    }

    private static bool Acts(char c, bool lines) =>
        char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control => !lines || c is not ('\n' or '\t'),
            UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse =>
                true,
            UnicodeCategory.Surrogate => false,
            _ => false,
        };
}
