using System.Text.Encodings.Web;

namespace MamConsole.Server.Outcomes;

/// <summary>
/// What somebody outside wrote, made harmless for a log: bounded, and on one line, with control characters and line ends of every sort
/// escaped.
/// </summary>
internal static class LogText
{
    private const int MaximumLength = 200;

    public static string OneLine(string text) =>
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text.Length > MaximumLength ? text[..MaximumLength] + "…" : text);

    /// <summary>The same in quotation marks; <c>(none)</c> for null.</summary>
    public static string Quote(string? text) => text is null ? "(none)" : $"\"{OneLine(text)}\"";
}
