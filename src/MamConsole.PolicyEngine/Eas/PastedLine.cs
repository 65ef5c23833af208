namespace MamConsole.PolicyEngine.Eas;

/// <summary>A line, or an element, that did not make a setting.</summary>
/// <param name="Number">The line, from 1; for an element its place in the document.</param>
/// <param name="Text">What stands there, shortened.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Reason">The same in a sentence.</param>
public sealed record PastedLine(int Number, string Text, PastedLineKind Kind, string Reason)
{
    /// <summary>As much of a line as is repeated.</summary>
    private const int Shown = 120;

    internal static PastedLine Of(int number, string text, PastedLineKind kind, string reason) =>
        new(number, text.Length <= Shown ? text : string.Concat(text.AsSpan(0, Shown), "…"), kind, reason);
}
