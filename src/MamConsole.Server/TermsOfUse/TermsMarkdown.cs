using MamConsole.Server.Outcomes;
using Markdig;
using Markdig.Syntax;

namespace MamConsole.Server.TermsOfUse;

/// <summary>
/// The terms' text as a tree of what Markdown knows. HTML in it stays text, and nothing here makes HTML: the component that shows the tree
/// knows
/// the few kinds that it shows, so that whatever an author types ends as words.
/// </summary>
internal static class TermsMarkdown
{
    /// <summary>Characters of a text at most.</summary>
    public const int MaximumText = 20_000;

    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The text as it is kept, or why it cannot be.</summary>
    public static Outcome<string> Check(string? typed)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        return text.Length > MaximumText
                ? new TermsInvalid($"The text has at most {MaximumText:N0} characters; this one has {text.Length:N0}.")
            : !IsPlain(text) ? new TermsInvalid("The text holds a control character. Paste it as plain text.")
            : TryParse(text) is null ? new TermsInvalid("Lists and quotes stand too deep inside each other. Make the text flatter.")
            : text;
    }

    /// <summary>The tree; null when the text nests deeper than the reader goes.</summary>
    public static MarkdownDocument? TryParse(string text)
    {
        try
        {
            return Markdown.Parse(text, Plain);
        }
        catch (ArgumentException)
        {
            // The only way in which this reader refuses a text: more than 128 levels.
            return null;
        }
    }

    /// <summary>
    /// How deep each heading stands in the outline, from 1: one level below the heading that it is under, whatever the author wrote, so
    /// that a text which
    /// begins with <c>##</c> or skips a level still has an outline without gaps (WCAG 1.3.1).
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

    /// <summary>
    /// An address that the text may link to, or null: pages by https and mail addresses, nothing that runs or leads elsewhere.
    /// </summary>
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
