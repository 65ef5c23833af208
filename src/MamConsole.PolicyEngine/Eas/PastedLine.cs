namespace MamConsole.PolicyEngine.Eas;

/// <summary>A line, or an element, that produced no setting.</summary>
/// <param name="Number">The line number, from 1; for an element its position in the document.</param>
/// <param name="Text">The text of the line, shortened.</param>
/// <param name="Kind">The category of the line.</param>
/// <param name="Reason">The category as a sentence.</param>
public sealed record PastedLine(int Number, string Text, PastedLineKind Kind, string Reason)
{
    /// <summary>The maximum number of characters of a line that are shown.</summary>
    private const int Shown = 120;

    internal static PastedLine Of(int number, string text, PastedLineKind kind, string reason) =>
        new(number, text.Length <= Shown ? text : string.Concat(text.AsSpan(0, Shown), "…"), kind, reason);
}
