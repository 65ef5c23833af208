using System.Text.RegularExpressions;

namespace MamConsole.Tests.Architecture;

/// <summary>Rules for files and their content.</summary>
internal static partial class FileRules
{
    /// <summary>The maximum number of lines; a longer file contains more than one concept.</summary>
    public const int MaximumLines = 500;

    /// <summary>The maximum width of a line, in characters (.editorconfig sets the same limit for editors and the formatter).</summary>
    public const int MaximumColumns = 140;

    private static readonly string[] NamesForNothing = ["Core", "Common", "Helpers", "Utils", "Models", "Misc"];

    /// <summary>Returns folders whose names have no meaning: a module is named for what it does.</summary>
    public static IEnumerable<string> NamedForNothing(IEnumerable<string> paths) =>
        paths.Where(path => path.Split('/')[..^1].Any(folder => NamesForNothing.Contains(folder, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Returns the numbers of lines that are wider than <see cref="MaximumColumns"/>.</summary>
    /// <param name="text">
    /// The file. Raw string literals, and lines that consist of one literal, may be wider: they contain wire text, SQL and patterns. A line
    /// break would be part of the content or hide its structure.
    /// </param>
    public static IEnumerable<int> WideLines(string text)
    {
        var inRawString = false;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var quotes = RawQuotes().Count(line);
            var isRaw = inRawString || quotes > 0;
            inRawString ^= quotes % 2 == 1;
            if (line.Length > MaximumColumns && !isRaw && !OneLiteral().IsMatch(line))
            {
                yield return number;
            }
        }
    }

    /// <summary>
    /// Returns the names of the top-level types of a formatted C# file, in which such a declaration begins its line.
    /// </summary>
    public static IEnumerable<string> TopLevelTypes(string text) =>
        TopLevelType().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    public static bool IsTooLong(string text) => text.AsSpan().TrimEnd().Count('\n') >= MaximumLines;

    /// <summary>
    /// Returns what a browser would fetch from another host: scripts, styles, images and imports. Links are not included.
    /// </summary>
    public static IEnumerable<string> FetchedFromOutside(string text) => OutsideResource().Matches(text).Select(match => match.Value);

    /// <summary>
    /// Returns the paths that a document names: code spans that begin with a folder of the checkout, and links to files.
    /// </summary>
    /// <param name="folder">The folder of the document, relative to the root; empty for the root.</param>
    /// <param name="text">The document.</param>
    public static IEnumerable<string> PathsNamed(string folder, string text) =>
        CodeSpanPath()
            .Matches(text)
            .Select(match => match.Groups[1].Value)
            .Concat(
                Link()
                    .Matches(text)
                    .Select(match => match.Groups[1].Value)
                    .Where(target => !target.Contains("://", StringComparison.Ordinal))
                    .Select(target => Path.GetRelativePath("/", Path.Combine("/", folder, target)).Replace('\\', '/'))
            );

    [GeneratedRegex(
        """(?:<(?:link|script|img|iframe|source|video|audio|embed|object|use|image)\b[^>]*?\b(?:src|srcset|href|data)\s*=\s*|url\(\s*|@import\s+|\bfrom\s+|\bimport\s*\(?\s*|\bfetch\(\s*)["']?(?:https?:)?//[^\s"')>]+""",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OutsideResource();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    [GeneratedRegex(@"^\s*(?:[+:?] )?[$@]*"".*""(?:u8)?(?: \+|[,;)]*)$")]
    private static partial Regex OneLiteral();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|record(?:\s+(?:struct|class))?|struct|interface|enum|delegate\s+\S+)\s+(\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"`((?:src|tests|docs|eng|wwwroot-assets)/[^`\s{<*…]+)`")]
    private static partial Regex CodeSpanPath();

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
