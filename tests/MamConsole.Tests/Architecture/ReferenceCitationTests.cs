namespace MamConsole.Tests.Architecture;

/// <summary>
/// Tests that each citation of the reference (docs/reference) in comments and documents names an existing document, section or row.
/// </summary>
public sealed class ReferenceCitationTests
{
    private const string Folder = "docs/reference";

    private static readonly Dictionary<string, string> References = CheckoutFiles
        .Files(Folder, ".md")
        .ToDictionary(path => Path.GetFileName(path), CheckoutFiles.Read, StringComparer.Ordinal);

    [Fact]
    public void Citations_NameOnlyExistingDocuments()
    {
        var lost = Citing()
            .Where(path => !path.StartsWith(Folder, StringComparison.Ordinal))
            .SelectMany(path =>
                CitationRules.Documents(CheckoutFiles.Read(path)).Where(name => !Exists(path, name)).Select(name => $"{path}: {name}")
            );

        None(lost);
    }

    [Fact]
    public void Citations_NameOnlyExistingSections()
    {
        var sections = Citing()
            .SelectMany(path =>
                CitationRules
                    .Sections(CheckoutFiles.Read(path))
                    .Where(cited => References.ContainsKey(cited.Document))
                    .Select(cited => (Path: path, cited.Document, cited.Section))
            )
            .ToArray();

        Assert.True(sections.Length > 200, $"Only {sections.Length} citations of sections were found.");
        None(
            sections
                .Where(cited => !CitationRules.HasSection(References[cited.Document], cited.Section))
                .Select(cited => $"{cited.Path}: {cited.Document} §{cited.Section}")
        );
    }

    [Fact]
    public void Citations_NameOnlyExistingRows()
    {
        var rows = Citing()
            .SelectMany(path => CitationRules.Rows(CheckoutFiles.Read(path)).Select(cited => (Path: path, cited.Document, cited.Row)))
            .ToArray();

        Assert.True(rows.Length > 500, $"Only {rows.Length} citations of rows were found.");
        None(
            rows.Where(cited => !CitationRules.HasRow(References[cited.Document], cited.Row))
                .Select(cited => $"{cited.Path}: {cited.Document} {cited.Row}")
        );
    }

    [Fact]
    public void Overview_DescribesEveryFileOfReference()
    {
        var overview = CheckoutFiles.Read($"{Folder}/README.md");

        Assert.Equal(
            [],
            CheckoutFiles
                .Files(Folder)
                .Select(path => Path.GetFileName(path))
                .Where(name => name != "README.md" && !overview.Contains($"[{name}]({name})", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("/// Sent once (docs/reference/protocol.md §2.5).", "docs/reference/protocol.md")]
    [InlineData("/// Sent once (protocol.md §2.5).", "protocol.md")]
    [InlineData("/// A default (csp-catalog.json).", "csp-catalog.json")]
    [InlineData("Assert.Equal(\"notes.md\", name);", null)]
    public void Documents_FindsCitedDocuments(string text, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], CitationRules.Documents(text));

    [Theory]
    [InlineData("(docs/reference/protocol.md §1.3 to §1.6, §3.5)", "1.3 1.6 3.5")]
    [InlineData("docs/reference/protocol.md §2-4 and §7", "2 4 7")]
    [InlineData("/// docs/reference/protocol.md §1.2,\n    /// §1.3.", "1.2 1.3")]
    [InlineData("[protocol.md](reference/protocol.md) §6", "6")]
    [InlineData("`protocol.md` §6", "6")]
    [InlineData("RFC 6749 §4.1", "")]
    public void Sections_FindsCitedSections(string text, string expected) =>
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            CitationRules.Sections(text).Select(cited => cited.Section)
        );

    [Theory]
    [InlineData("(SY-42)", "abuse-cases.md SY-42")]
    [InlineData("W-DRA-06, (R9)", "wip-authoring.md W-DRA-06|eas.md R9")]
    [InlineData("\"H12\" and HO-URL-01", "handoff.md H12|handoff.md HO-URL-01")]
    [InlineData("UTF-16, AES-12, 0xH12", "")]
    public void Rows_FindsCitedRows(string text, string expected) =>
        Assert.Equal(
            expected.Split('|', StringSplitOptions.RemoveEmptyEntries),
            CitationRules.Rows(text).Select(cited => $"{cited.Document} {cited.Row}")
        );

    [Theory]
    [InlineData("3", true)]
    [InlineData("3.2", true)]
    [InlineData("9.2", true)]
    [InlineData("9.3", false)]
    [InlineData("3.4", false)]
    [InlineData("3.3", false)]
    [InlineData("4", false)]
    public void HasSection_AcceptsHeadingsAndNumberedItems(string number, bool exists) =>
        Assert.Equal(
            exists,
            CitationRules.HasSection("# T\n## 3. One\n### 3.2 Two\ntext\n4. no\n## 9. Open\n1. a\n2. b\n## 10. End\n3. c\n", number)
        );

    /// <summary>Fails with the complete list, in which each line occurs once.</summary>
    private static void None(IEnumerable<string> unresolved)
    {
        var lines = unresolved.Distinct(StringComparer.Ordinal).ToArray();
        Assert.True(lines.Length == 0, $"{lines.Length} citations lead nowhere:\n{string.Join('\n', lines)}");
    }

    /// <summary>Returns the files whose citations count: code, scripts and documents, without the examples in this file.</summary>
    private static IEnumerable<string> Citing() =>
        CheckoutFiles
            .Files("src", ".cs", ".razor", ".css", ".js")
            .Concat(CheckoutFiles.Files("tests", ".cs", ".razor"))
            .Concat(CheckoutFiles.Files("eng"))
            .Concat(CheckoutFiles.Files("docs", ".md"))
            .Concat(["README.md", "CHANGELOG.md"])
            .Where(path => !path.EndsWith($"/{nameof(ReferenceCitationTests)}.cs", StringComparison.Ordinal));

    /// <summary>
    /// Returns whether the file exists, relative to the root of the checkout or, in a document, to the folder of the document.
    /// </summary>
    private static bool Exists(string path, string name) =>
        File.Exists(Path.Combine(CheckoutFiles.Root, name))
        || (
            path.EndsWith(".md", StringComparison.Ordinal)
            && File.Exists(Path.Combine(CheckoutFiles.Root, Path.GetDirectoryName(path)!, name))
        );
}
