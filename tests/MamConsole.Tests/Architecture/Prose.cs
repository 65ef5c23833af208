using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MamConsole.Tests.Architecture;

/// <summary>
/// Finds words in comments, string literals and markup that are personifications, metaphors, archaic or British where this project writes
/// plain American English. <see cref="Wording"/> does the same for names.
/// </summary>
internal static partial class Prose
{
    /// <summary>Whole words, in lowercase, each with what is written instead.</summary>
    public static readonly IReadOnlyDictionary<string, string> Banned = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["asks"] = "requests, requires",
        ["asked"] = "requested, prompted",
        ["believe"] = "accept",
        ["believed"] = "accepted",
        ["believes"] = "accepts",
        ["behaviour"] = "behavior",
        ["centre"] = "center",
        ["conversation"] = "session",
        ["conversations"] = "sessions",
        ["culprit"] = "cause",
        ["door"] = "endpoint",
        ["farewell"] = "unenroll alert",
        ["forget"] = "remove, invalidate",
        ["forgets"] = "removes",
        ["forgotten"] = "removed, missing",
        ["goodbye"] = "unenroll alert",
        ["hear"] = "receive",
        ["heard"] = "received",
        ["hears"] = "receives",
        ["herd"] = "load",
        ["honest"] = "valid",
        ["house"] = "architecture",
        ["judge"] = "validate",
        ["judged"] = "validated",
        ["judges"] = "validates",
        ["knew"] = "had",
        ["ladder"] = "layering rule",
        ["neighbour"] = "neighbor",
        ["organisation"] = "organization",
        ["organisations"] = "organizations",
        ["refusal"] = "rejection",
        ["refuse"] = "reject",
        ["refused"] = "rejected",
        ["refuses"] = "rejects",
        ["remembers"] = "stores",
        ["said"] = "reported, stated",
        ["say"] = "state, report",
        ["says"] = "states, reports",
        ["spoke"] = "sent",
        ["speaks"] = "uses",
        ["stand"] = "is in",
        ["stands"] = "is in",
        ["stood"] = "was in",
        ["tell"] = "report, distinguish",
        ["tells"] = "reports",
        ["told"] = "reported, notified",
        ["virtualisation"] = "virtualization",
        ["want"] = "need, request",
        ["wants"] = "needs, requests",
        ["weigh"] = "evaluate",
        ["whom"] = "(rephrase)",
        ["wished"] = "requested",
    };

    /// <summary>Each banned word of a C# or Razor file as "word: path:line", in order.</summary>
    public static IEnumerable<string> Violations(string path, string text) =>
        Texts(path, text).SelectMany(found => BannedIn(found.Text).Select(word => $"{word}: {path}:{found.Line}"));

    public static IEnumerable<string> BannedIn(string text) =>
        Word().Matches(text).Select(match => match.Value.ToLowerInvariant()).Where(Banned.ContainsKey);

    private static IEnumerable<(int Line, string Text)> Texts(string path, string text)
    {
        if (!path.EndsWith(".razor", StringComparison.Ordinal))
        {
            return InCode(text, 1);
        }

        var code = text.IndexOf("@code {", StringComparison.Ordinal);
        var markup = code < 0 ? text : text[..code];
        var lines = markup.Split('\n').Select((line, index) => (index + 1, CodedAttribute().Replace(line, "")));
        return code < 0 ? lines : lines.Concat(InCode("class C " + text[(code + "@code ".Length)..], markup.Count(c => c == '\n') + 1));
    }

    /// <summary>Comments and literals.</summary>
    private static IEnumerable<(int Line, string Text)> InCode(string code, int firstLine)
    {
        var tree = CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken);
        var root = tree.GetRoot(TestContext.Current.CancellationToken);
        var comments = root.DescendantTrivia()
            .Where(trivia =>
                trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
                || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
                || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia)
            )
            .Select(trivia => (trivia.Span, Text: Quoted().Replace(trivia.ToFullString(), "")));
        var literals = root.DescendantTokens()
            .Where(token =>
                token.IsKind(SyntaxKind.StringLiteralToken)
                || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken)
                || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken)
                || token.IsKind(SyntaxKind.InterpolatedStringTextToken)
            )
            .Where(token => IsProse(token.IsKind(SyntaxKind.InterpolatedStringTextToken) ? token.Parent!.Parent!.ToString() : token.Text))
            .Select(token => (token.Span, Text: CodedAttribute().Replace(token.Text, "")));
        return comments
            .Concat(literals)
            .SelectMany(part =>
            {
                var line = tree.GetLineSpan(part.Span, TestContext.Current.CancellationToken).StartLinePosition.Line + firstLine;
                return part.Text.Split('\n').Select((each, index) => (line + index, each));
            });
    }

    /// <summary>Whether a literal is text for people: codes and names have no blank, and SQL has columns of its own.</summary>
    private static bool IsProse(string literal) => literal.Trim().Contains(' ', StringComparison.Ordinal) && !Sql().IsMatch(literal);

    [GeneratedRegex("\\b(SELECT|INSERT|UPDATE|DELETE|FROM|VALUES|CONFLICT|RETURNING) |[a-z]_[a-z]")]
    private static partial Regex Sql();

    /// <summary>A name that a comment quotes.</summary>
    [GeneratedRegex("<c>.*?</c>")]
    private static partial Regex Quoted();

    /// <summary>A word that is no part of a name, an address or a file name.</summary>
    [GeneratedRegex(@"(?<![\w@.#/-])[A-Za-z]+(?![\w-]|\.\w)")]
    private static partial Regex Word();

    /// <summary>Attributes of markup that hold names and expressions.</summary>
    [GeneratedRegex(@"\b(class|id|for|name|href|aria-(labelled|described)by|data-[a-z]+|[A-Z][A-Za-z]*)=""(@\(.*?\)|[^"" ]*)""")]
    private static partial Regex CodedAttribute();
}
