using System.Text;
using MamConsole.Server.Fleet;

namespace MamConsole.Tests.Server.Fleet;

public sealed class StoredBodyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(9_000)]
    public void Of_StoresMessageThatReadReturnsUnchanged(int items)
    {
        var xml = Encoding.UTF8.GetBytes($"<SyncML>{string.Concat(Enumerable.Range(0, items).Select(i => $"<Item>{i}</Item>"))}</SyncML>");
        var stored = StoredBody.Of(xml, "message");

        Assert.Null(stored.Note);
        Assert.Equal(xml, StoredBody.Read(stored.Bytes!));
        Assert.True(items < 40 || stored.Bytes!.Length < xml.Length / 2);
    }

    [Fact]
    public void Of_StoresOnlyNoteWhenMessageCannotBeMasked()
    {
        var stored = StoredBody.Of("<a><Data>secret</a>"u8, "message");

        Assert.Null(stored.Bytes);
        Assert.Contains("secrets could not be hidden", stored.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_StoresOnlyNoteWhenMessageIsTooLong() =>
        Assert.Equal(
            (null, "The answer was too long to keep."),
            (
                StoredBody.Of(new byte[StoredBody.Maximum + 1], "answer").Bytes,
                StoredBody.Of(new byte[StoredBody.Maximum + 1], "answer").Note
            )
        );

    [Fact]
    public void Read_ThrowsOnUnknownFormat() => Assert.Throws<InvalidDataException>(() => StoredBody.Read([9, 1, 2]));
}
