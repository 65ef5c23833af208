using System.Text.RegularExpressions;

namespace MamConsole.Tests.Architecture;

/// <summary>Finds citations of documents, of their sections (§) and of their rows in comments and documents.</summary>
internal static partial class CitationRules
{
    /// <summary>Returns the text with its comment lines joined, so that a citation that continues on the next line is complete.</summary>
    public static string Joined(string text) => LineBreak().Replace(text, " ");

    /// <summary>
    /// Returns the documents that a comment cites, with the path as written. A name directly behind a quotation mark is a value of a test.
    /// </summary>
    public static IEnumerable<string> Documents(string text) => Document().Matches(text).Select(match => match.Value);

    /// <summary>
    /// Returns the reference documents (without their folder) and sections that a text cites; both ends of a range count.
    /// </summary>
    public static IEnumerable<(string Document, string Section)> Sections(string text) =>
        from citation in SectionsOfDocument().Matches(Joined(text))
        from section in Section().Matches(citation.Groups["sections"].Value)
        from number in section.Value.TrimStart('§').Split('-')
        select (citation.Groups["name"].Value, number);

    /// <summary>Returns the ids of rows that a text cites, each with the document that must contain it.</summary>
    public static IEnumerable<(string Document, string Row)> Rows(string text) =>
        Row()
            .Matches(text)
            .Select(match =>
                (
                    Document: match.Groups.Values.Skip(1).First(group => group.Success).Name switch
                    {
                        "abuse" => "abuse-cases.md",
                        "wip" => "wip-authoring.md",
                        "eas" => "eas.md",
                        _ => "handoff.md",
                    },
                    Row: match.Groups.Values.Skip(1).First(group => group.Success).Value
                )
            );

    /// <summary>
    /// Returns whether the document has a heading of this number, or directly below a heading a numbered item (§9.17 is item 17 of section
    /// 9).
    /// </summary>
    public static bool HasSection(string document, string number)
    {
        if (Regex.IsMatch(document, $@"^#+ {Regex.Escape(number)}(?:\.)?(?=\s)", RegexOptions.Multiline))
        {
            return true;
        }

        var dot = number.LastIndexOf('.');
        return dot > 0
            && Regex.IsMatch(
                document,
                $@"^## {Regex.Escape(number[..dot])}\. (?:(?!\n#)[\s\S])*?\n{number[(dot + 1)..]}\. ",
                RegexOptions.Multiline
            );
    }

    public static bool HasRow(string document, string row) => Regex.IsMatch(document, $@"(?<![\w-]){Regex.Escape(row)}(?!\d)");

    [GeneratedRegex(@"[ \t]*\r?\n[ \t]*(?:///?|\*|#)?[ \t]*")]
    private static partial Regex LineBreak();

    [GeneratedRegex("""(?<!["\w/.*-])(?:[\w.-]+/)*(?:[a-z][a-z0-9-]{2,}\.md|(?:csp-catalog|eas-cases|enlightened-apps)\.json)\b""")]
    private static partial Regex Document();

    [GeneratedRegex(@"(?<name>[a-z][a-z-]+\.md)[`)]?(?<sections>(?:(?:[,;]|\s+and|\s+to)?\s*§\d+(?:\.\d+)*(?:-\d+(?:\.\d+)*)?)+)")]
    private static partial Regex SectionsOfDocument();

    [GeneratedRegex(@"§\d+(?:\.\d+)*(?:-\d+(?:\.\d+)*)?")]
    private static partial Regex Section();

    [GeneratedRegex(
        @"(?<![\w-])(?:(?<abuse>(?:SY|SO|TU|T|CN|PB|MN|GR)-\d\d)|(?<wip>W-[A-Z]+-\d\d)|(?<eas>(?:EAS|PIN|DL)-\d\d)|(?<=\()(?<eas>R\d{1,2})(?=\))|(?<handoff>H\d\d|HO-[A-Z]+-\d\d))(?![\w-])"
    )]
    private static partial Regex Row();
}
