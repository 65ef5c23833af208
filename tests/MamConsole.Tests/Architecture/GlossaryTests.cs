using System.Text;
using MamConsole.PolicyEngine;

namespace MamConsole.Tests.Architecture;

/// <summary>Tests the table of settings in docs/glossary.md and the rules for their labels.</summary>
public sealed class GlossaryTests
{
    private const string Document = "docs/glossary.md";
    private const string Heading = "| label | in Intune, Group Policy or the CSP | node | what it does |\n|---|---|---|---|\n";

    [Fact]
    public void Table_EqualsTheCatalogOfSettings()
    {
        var text = CheckoutFiles.Read(Document).ReplaceLineEndings("\n");
        var at = text.IndexOf(Heading, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("MAMCONSOLE_WRITE_GLOSSARY") == "1")
        {
            text = (at < 0 ? text : text[..at]) + Table();
            File.WriteAllText(Path.Combine(CheckoutFiles.Root, Document), text);
            at = text.IndexOf(Heading, StringComparison.Ordinal);
        }

        Assert.True(at >= 0, $"{Document} has no table of settings: run with MAMCONSOLE_WRITE_GLOSSARY=1.");
        Assert.Equal(Table(), text[at..]);
    }

    [Fact]
    public void Labels_AreUniqueWithinAnAreaAndAreNoSentences()
    {
        Assert.All(PolicyAreas.All, area => Assert.Distinct(area.Settings.Select(setting => setting.Label)));
        Assert.All(
            SettingCatalog.All,
            setting =>
            {
                Assert.True(char.IsUpper(setting.Label[0]) && !setting.Label.EndsWith('.') && !setting.Label.EndsWith('?'), setting.Label);
                Assert.True(setting.Sentence.EndsWith('.') && setting.Sentence.Length > 20, setting.Code);
            }
        );
    }

    [Fact]
    public void Labels_HaveNoBannedWord() =>
        Assert.Empty(
            SettingCatalog
                .All.Select(setting => setting.Label)
                .Concat(PolicyAreas.All.Select(area => area.Title))
                .SelectMany(label => label.Split(' ').Where(word => Wording.BannedIn(word).Any()))
        );

    private static string Table()
    {
        var table = new StringBuilder(Heading);
        foreach (var area in PolicyAreas.All)
        {
            table.Append("| **").Append(area.Title).Append("** | | | ").Append(area.Introduction).Append(" |\n");
            foreach (var setting in area.Settings)
            {
                table
                    .Append("| ")
                    .AppendJoin(" | ", setting.Label, setting.IntuneName, Node(setting.CspNode), setting.Sentence)
                    .Append(" |\n");
            }
        }

        return table.ToString();
    }

    private static string Node(string node) => node.Length == 0 ? "" : $"`{node}`";
}
