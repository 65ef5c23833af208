using System.Text.Encodings.Web;

namespace MamConsole.Server.Outcomes;

/// <summary>
/// Makes external text safe for a log: limited in length, and on one line, with control characters and all kinds of line breaks escaped.
/// </summary>
internal static class LogText
{
    private const int MaximumLength = 200;

    public static string OneLine(string text) =>
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text.Length > MaximumLength ? text[..MaximumLength] + "…" : text);

    /// <summary>The escaped text in quotation marks; <c>(none)</c> for null.</summary>
    public static string Quote(string? text) => text is null ? "(none)" : $"\"{OneLine(text)}\"";
}
