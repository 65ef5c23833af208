namespace MamConsole.Tests.Architecture;

public sealed class DocumentTests
{
    [Fact]
    public void Documents_NameOnlyExistingFiles()
    {
        string[] documents = ["README.md", "CHANGELOG.md", .. CheckoutFiles.Files("docs", ".md")];
        var named = documents.ToDictionary(
            d => d,
            d => FileRules.PathsNamed(Path.GetDirectoryName(d)!.Replace('\\', '/'), CheckoutFiles.Read(d)).ToArray()
        );

        Assert.True(named["docs/follow-a-policy.md"].Length >= 8, "The walk has eight hops, each with its file.");
        Assert.Empty(
            named.SelectMany(d =>
                d.Value.Where(path => !Path.Exists(Path.Combine(CheckoutFiles.Root, path))).Select(path => $"{d.Key}: {path}")
            )
        );
    }

    [Fact]
    public void PathsNamed_FindsPathsOfDocument() =>
        Assert.Equal(
            ["src/A/B.cs", "docs/x.md", "README.md"],
            FileRules.PathsNamed(
                "docs",
                "See `src/A/B.cs`, `dotnet run --project src/A`, [x](x.md#top), [up](../README.md), ![picture](p.png) and "
                    + "[out](https://a.example/)."
            )
        );
}
