using MamConsole.Server.Outcomes;
using Markdig;
using Markdig.Syntax;

namespace MamConsole.Server.TermsOfUse;

/// <summary>
/// Parses the text of the terms. HTML in it is treated as text, and no HTML is generated here: the component that renders the tree supports
/// only a few kinds of elements, so that an author cannot insert markup.
/// </summary>
internal static class TermsMarkdown
{
    /// <summary>The maximum number of characters of a text.</summary>
    public const int MaximumText = 20_000;

    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The text in its stored form, or why it is invalid.</summary>
    public static Outcome<string> Check(string? typed)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        return text.Length > MaximumText
                ? new TermsInvalid($"The text has at most {MaximumText:N0} characters; this one has {text.Length:N0}.")
            : !IsPlain(text) ? new TermsInvalid("The text contains a control character. Paste it as plain text.")
            : TryParse(text) is null ? new TermsInvalid("Lists and quotes are nested too deeply. Use fewer levels.")
            : text;
    }

    /// <summary>The tree; null when the text exceeds the nesting limit of the parser.</summary>
    public static MarkdownDocument? TryParse(string text)
    {
        try
        {
            return Markdown.Parse(text, Plain);
        }
        catch (ArgumentException)
        {
            // The only case in which the parser rejects a text: more than 128 levels.
            return null;
        }
    }

    /// <summary>
    /// The outline level of each heading, from 1: one level below the heading that contains it, whatever level the author wrote, so that a
    /// text which begins with <c>##</c> or skips a level still has an outline without gaps (WCAG 1.3.1).
    /// </summary>
    public static IReadOnlyDictionary<HeadingBlock, int> Outline(MarkdownDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var above = new Stack<int>();
        var depths = new Dictionary<HeadingBlock, int>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            while (above.TryPeek(out var level) && level >= heading.Level)
            {
                above.Pop();
            }

            above.Push(heading.Level);
            depths.Add(heading, above.Count);
        }

        return depths;
    }

    /// <summary>An address to which the text may link, or null: https and mail addresses only.</summary>
    public static string? SafeLink(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeMailto || (uri.Scheme == Uri.UriSchemeHttps && uri.Host.Length > 0 && uri.UserInfo.Length == 0))
            ? uri.AbsoluteUri
            : null;

    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\t')))
            {
                return false;
            }
        }

        return true;
    }
}
