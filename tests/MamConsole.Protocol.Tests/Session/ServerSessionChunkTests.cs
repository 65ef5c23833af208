using System.Collections.Immutable;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.Protocol.SyncML;
using static MamConsole.Protocol.SyncML.SyncCommand;

namespace MamConsole.Tests.Protocol.Session;

/// <summary>Large objects in chunks (docs/reference/protocol.md §3.9, docs/reference/abuse-cases.md SY-42).</summary>
public sealed class ServerSessionChunkTests
{
    private const string Logs = "./Vendor/MSFT/Reporting/EnterpriseDataProtection/RetrieveByCount/Logs";

    private static readonly LiveSession Live = new(
        "7",
        1,
        "h",
        SentIn: 1,
        [new SentCommand("1001", "Get", Logs), new SentCommand("1002", "Get", "./b")]
    );

    [Fact]
    public void Chunks_AreJoinedToAnnouncedSize()
    {
        var (codes, last) = Run([Chunk("äb", 6)], [Chunk("€", null)], [Tail("")]);
        Assert.Equal(
            [
                [213],
                [213],
                [],
            ],
            codes
        );
        Assert.Equal(new Reading("1001", Logs, "xml", "äb€"), Assert.Single(last.Readings));
        Assert.Equal((0, null, false), (last.DroppedAnswers, last.Chunk, last.ChunkLost));
    }

    [Theory]
    [InlineData(5L, 424)]
    [InlineData(7L, 424)]
    public void LastChunk_RejectsOtherSize(long size, int code)
    {
        var (codes, last) = Run([Chunk("abc", size)], [Tail("def")]);
        Assert.Equal(
            [
                [213],
                [code],
            ],
            codes
        );
        Assert.Empty(last.Readings);
        Assert.Equal(1, last.DroppedAnswers);
    }

    [Theory]
    [InlineData(null, 411)]
    [InlineData(0L, 416)]
    [InlineData(1024L * 1024 + 1, 416)]
    [InlineData(999_999_999_999L, 416)]
    [InlineData(2L, 424)]
    public void InvalidObject_IsRejectedOnceWithItsRest(long? size, int code)
    {
        var (codes, last) = Run([Chunk("abc", size)], [Chunk("def", null)], [Tail("ghi")]);
        Assert.Equal(
            [
                [code],
                [],
                [],
            ],
            codes
        );
        Assert.Empty(last.Readings);
        Assert.Null(last.Chunk);
    }

    [Fact]
    public void IncompleteObject_IsReportedWhenAnotherValueFollows()
    {
        var (codes, last) = Run([Chunk("abc", 6)], [new Results("4", 1, "1002", [new SyncItem(Source: "./b", Data: "1")]), Tail("def")]);
        Assert.Equal(
            [
                [213],
                [],
            ],
            codes
        );
        Assert.Equal("1002", Assert.Single(last.Readings).CmdId);
        Assert.True(last.ChunkLost);
        Assert.Equal(2, last.DroppedAnswers);
    }

    [Fact]
    public void IncompleteObject_IsDiscardedAtEndOfPackage()
    {
        var (_, last) = Run([Chunk("abc", 6)], []);
        Assert.True(last.ChunkLost);
        Assert.Null(last.Chunk);

        var (_, together) = Run([Chunk("abc", 6)]);
        Assert.True(together.ChunkLost);
    }

    [Fact]
    public void Chunk_MustBeLastOfItsMessage()
    {
        var (codes, last) = Run([Chunk("abc", 6), Tail("def"), Tail("abcdef")]);
        Assert.Equal([213, 424], codes[0]);
        Assert.Empty(last.Readings);
    }

    /// <summary>
    /// Sends messages 2, 3 … of which only the last one has Final. Returns the pending statuses of each, and the content of the last one.
    /// </summary>
    private static (int[][] Codes, ReceivedPackage Last) Run(params ImmutableArray<SyncCommand>[] messages)
    {
        var live = Live;
        var codes = new List<int[]>();
        ReceivedPackage? package = null;
        foreach (var (index, commands) in messages.Index())
        {
            var message = new SyncMLMessage(
                new SyncHeader("7", index + 2, WireText.Server, WireText.Device),
                commands,
                Final: index == messages.Length - 1
            );
            package = ServerSession.Receive(message, $"h{index}", live);
            Assert.Equal(PackageKind.Continuation, package.Kind);
            codes.Add([.. package.PendingStatuses.Select(status => status.Code.Value)]);
            live = ServerSession.Advance(message, $"h{index}", live, package, []) ?? live;
        }

        return ([.. codes], package!);
    }

    private static Results Chunk(string data, long? size) =>
        new("3", 1, "1001", [new SyncItem(Source: Logs, Format: "xml", Data: data, MoreData: true, Size: size)]);

    private static Results Tail(string data) => new("3", 1, "1001", [new SyncItem(Source: Logs, Data: data)]);
}
