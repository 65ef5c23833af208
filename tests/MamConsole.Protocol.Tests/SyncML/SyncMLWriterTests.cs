using System.Buffers;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.Protocol.SyncML;

public sealed class SyncMLWriterTests
{
    private const string Uri = "./Device/Vendor/MSFT/EnterpriseDataProtection/Settings/EDPEnforcementLevel";

    [Theory]
    [InlineData("a", 0x01, "b")]
    [InlineData("", 0x00, "")]
    [InlineData("", 0x0B, "")]
    [InlineData("x", 0xFFFE, "")]
    [InlineData("", 0xFFFF, "")]
    [InlineData("a", 0xD800, "b")]
    [InlineData("", 0xDC00, "")]
    [InlineData("end", 0xD83D, "")]
    public void Write_RejectsUnsupportedCharacterAndNamesNode(string before, int character, string after)
    {
        var value = before + (char)character + after;
        var error = Assert.Throws<ArgumentException>(() =>
            SyncMLWriter.Write(Message(new SyncCommand.Replace("1001", [new SyncItem(Target: Uri, Data: value)])))
        );
        Assert.Contains($"U+{character:X4}", error.Message, StringComparison.Ordinal);
        Assert.Contains(Uri, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OmitsByteOrderMarkDeclarationAndCData()
    {
        var bytes = SyncMLWriter.Write(
            Message(new SyncCommand.Replace("1001", [new SyncItem(Target: Uri, Data: "]]><![CDATA[<?xml version=\"1.0\"?>")]))
        );
        Assert.Equal("<SyncML xmlns="u8.ToArray(), bytes[..14]);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("<![CDATA["u8));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("<?xml"u8));
    }

    [Fact]
    public void Write_RejectsUnknownCommand() =>
        Assert.Throws<ArgumentException>(() => SyncMLWriter.Write(Message(new SyncCommand.Unknown("1", "Copy"))));

    [Fact]
    public void Write_RejectsStatusInsideGroup() =>
        Assert.Throws<ArgumentException>(() =>
            SyncMLWriter.Write(Message(new SyncCommand.Atomic("1", [new SyncCommand.Status("2", 1, "0", "SyncHdr", StatusCode.Ok)])))
        );

    [Fact]
    public void Write_FormsAreEqualForLongValues()
    {
        // Surrogate pairs at every offset of the parts that are encoded together.
        var value = string.Concat(Enumerable.Repeat("ab😀", 20_000)) + "c" + string.Concat(Enumerable.Repeat("😀&", 20_000));
        var message = Message(new SyncCommand.Replace("1001", [new SyncItem(Target: Uri, Data: value)]));
        var buffer = new ArrayBufferWriter<byte>();
        SyncMLWriter.Write(message, buffer);

        Assert.Equal(SyncMLWriter.Write(message), buffer.WrittenSpan);
        Assert.Equal(value, ((SyncCommand.Replace)SyncMLReader.Read(buffer.WrittenMemory).Commands[0]).Items[0].Data);
    }

    private static SyncMLMessage Message(SyncCommand command) =>
        new(new SyncHeader("7", 1, WireText.Device, WireText.Server), [command], Final: true);
}
