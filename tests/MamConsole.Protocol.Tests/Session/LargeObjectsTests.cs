using System.Text;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.Session;

public sealed class LargeObjectsTests
{
    private static readonly SyncCommand.Status Header = new("1", 1, "0", "SyncHdr", StatusCode.Ok);

    private static SyncCommand.Results Results(params string[] texts) =>
        new("2", 1, "6", [.. texts.Select((text, index) => new SyncItem(Source: $"./{index}", Data: text))]);

    private static string Line(SyncCommand command) =>
        command is SyncCommand.Results results
            ? string.Join(
                ' ',
                results.Items.Select(item =>
                    $"{item.Source}={item.Data}{(item.Size is { } size ? $" of {size}" : "")}{(item.MoreData ? " …" : "")}"
                )
            )
            : command.Name;

    [Theory]
    [InlineData(4, "abcd", "Status ./0=abcd Status")]
    [InlineData(4, "abcde", "Status ./0=abcd of 5 … | ./0=e Status")]
    [InlineData(2, "abcdef", "Status ./0=ab of 6 … | ./0=cd … | ./0=ef Status")]
    [InlineData(2, "a😀b", "Status ./0=a of 6 … | ./0=😀 … | ./0=b Status")]
    public void Split_CutsTextsAtLimit(int largest, string text, string bodies)
    {
        var split = LargeObjects.Split([Header, Results(text), Header], largest);
        Assert.Equal(bodies, string.Join(" | ", split.Select(body => string.Join(' ', body.Select(Line)))));
    }

    [Fact]
    public void Split_PreservesPositionOfSmallItems()
    {
        var split = LargeObjects.Split([Results("a", "bcdef", "g")], 4);
        Assert.Equal("./0=a ./1=bcde of 5 … | ./1=f ./2=g", string.Join(" | ", split.Select(body => string.Join(' ', body.Select(Line)))));
    }

    [Fact]
    public void Split_LosesNothing()
    {
        var text = string.Concat(Enumerable.Range(0, 500).Select(number => number % 7 == 0 ? "😀" : "x"));
        var chunks = LargeObjects
            .Split([Results(text)], 3)
            .SelectMany(body => body.OfType<SyncCommand.Results>())
            .Select(results => results.Items.Single())
            .ToList();

        Assert.Equal(text, string.Concat(chunks.Select(chunk => chunk.Data)));
        Assert.Equal(Encoding.UTF8.GetByteCount(text), chunks[0].Size);
        Assert.All(chunks, chunk => Assert.True(chunk.Data?.Length <= 3));
    }
}
