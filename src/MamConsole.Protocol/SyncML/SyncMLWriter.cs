using System.Buffers;
using System.Collections.Immutable;
using System.Xml;

namespace MamConsole.Protocol.SyncML;

/// <summary>
/// Writes SyncML 1.2 as Windows sends and expects it: UTF-8 in the order of the DTD, which Windows depends on (docs/reference/protocol.md
/// §3.2), without a declaration, white space and CDATA. Server and simulated device use it.
/// </summary>
public static class SyncMLWriter
{
    /// <summary>Writes a message into a buffer.</summary>
    /// <exception cref="ArgumentException">
    /// A text contains a character that XML 1.0 does not support (the message names the LocURI), or a command is not allowed at its
    /// position.
    /// </exception>
    public static void Write(SyncMLMessage message, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(output);
        var xml = new WireWriter(output);
        xml.Raw("<SyncML xmlns=\"SYNCML:SYNCML1.2\">"u8);
        Header(xml, message.Header);
        xml.Raw(
            message.Commands.Any(command => command is SyncCommand.Status { OriginalError: not null })
                ? "<SyncBody xmlns:msft=\"http://schemas.microsoft.com/MobileDevice/MDM\">"u8
                : "<SyncBody>"u8
        );
        foreach (var command in message.Commands)
        {
            switch (command)
            {
                case SyncCommand.Status status:
                    Status(xml, status);
                    break;
                case SyncCommand.Results results:
                    Results(xml, results);
                    break;
                default:
                    Command(xml, command);
                    break;
            }
        }

        xml.Raw(message.Final ? "<Final/></SyncBody></SyncML>"u8 : "</SyncBody></SyncML>"u8);
    }

    /// <summary>Writes a message into a new array.</summary>
    /// <exception cref="ArgumentException">See <see cref="Write(SyncMLMessage, IBufferWriter{byte})"/>.</exception>
    public static byte[] Write(SyncMLMessage message)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        Write(message, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Returns the size of a command in a message in bytes, including its children.</summary>
    /// <exception cref="ArgumentException">See <see cref="Write(SyncMLMessage, IBufferWriter{byte})"/>.</exception>
    public static int SizeOf(SyncCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var buffer = new ArrayBufferWriter<byte>(512);
        Command(new WireWriter(buffer), command);
        return buffer.WrittenCount;
    }

    /// <summary>
    /// Returns whether XML 1.0 supports the text: no control characters except for tab and line ends, no unpaired surrogates.
    /// </summary>
    public static bool CanCarry(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (!isPair && !XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }

            i += isPair ? 1 : 0;
        }

        return true;
    }

    private static void Header(WireWriter xml, SyncHeader header)
    {
        xml.Raw("<SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>"u8);
        xml.Text(header.SessionId, "SessionID");
        xml.Raw("</SessionID><MsgID>"u8);
        xml.Number(header.MessageId);
        xml.Raw("</MsgID><Target><LocURI>"u8);
        xml.Text(header.Target, "Target");
        xml.Raw("</LocURI></Target><Source><LocURI>"u8);
        xml.Text(header.Source, "Source");
        xml.Raw("</LocURI></Source>"u8);
        if (header.MaxMessageSize is { } size)
        {
            xml.Raw("<Meta><MaxMsgSize xmlns=\"syncml:metinf\">"u8);
            xml.Number(size);
            xml.Raw("</MaxMsgSize></Meta>"u8);
        }

        xml.Raw("</SyncHdr>"u8);
    }

    private static void Group(WireWriter xml, ImmutableArray<SyncCommand> commands)
    {
        foreach (var command in commands)
        {
            Command(xml, command);
        }
    }

    private static void Command(WireWriter xml, SyncCommand command)
    {
        switch (command)
        {
            case SyncCommand.Alert alert:
                Open(xml, "<Alert><CmdID>"u8, alert);
                if (alert.Code != 0)
                {
                    xml.Raw("<Data>"u8);
                    xml.Number(alert.Code);
                    xml.Raw("</Data>"u8);
                }

                Items(xml, alert.Items);
                xml.Raw("</Alert>"u8);
                break;
            case SyncCommand.Add add:
                Open(xml, "<Add><CmdID>"u8, add);
                Items(xml, add.Items);
                xml.Raw("</Add>"u8);
                break;
            case SyncCommand.Replace replace:
                Open(xml, "<Replace><CmdID>"u8, replace);
                Items(xml, replace.Items);
                xml.Raw("</Replace>"u8);
                break;
            case SyncCommand.Delete delete:
                Open(xml, "<Delete><CmdID>"u8, delete);
                Items(xml, delete.Items);
                xml.Raw("</Delete>"u8);
                break;
            case SyncCommand.Get get:
                Open(xml, "<Get><CmdID>"u8, get);
                Items(xml, get.Items);
                xml.Raw("</Get>"u8);
                break;
            case SyncCommand.Exec exec:
                Open(xml, "<Exec><CmdID>"u8, exec);
                Items(xml, exec.Items);
                xml.Raw("</Exec>"u8);
                break;
            case SyncCommand.Atomic atomic:
                Open(xml, "<Atomic><CmdID>"u8, atomic);
                Group(xml, atomic.Commands);
                xml.Raw("</Atomic>"u8);
                break;
            case SyncCommand.Sequence sequence:
                Open(xml, "<Sequence><CmdID>"u8, sequence);
                Group(xml, sequence.Commands);
                xml.Raw("</Sequence>"u8);
                break;
            default:
                throw new ArgumentException(
                    $"{command.Name} cannot be written here: it is not a command, or it is a status or result inside a group.",
                    nameof(command)
                );
        }
    }

    private static void Open(WireWriter xml, ReadOnlySpan<byte> markup, SyncCommand command)
    {
        xml.Raw(markup);
        xml.Text(command.CmdId, "CmdID");
        xml.Raw("</CmdID>"u8);
    }

    private static void Status(WireWriter xml, SyncCommand.Status status)
    {
        Open(xml, "<Status><CmdID>"u8, status);
        Reference(xml, status.MessageRef, status.CommandRef);
        xml.Raw("<Cmd>"u8);
        xml.Text(status.Command, "Cmd");
        xml.Raw("</Cmd>"u8);
        foreach (var target in status.TargetRefs.IsDefault ? [] : status.TargetRefs)
        {
            xml.Raw("<TargetRef>"u8);
            xml.Text(target, "TargetRef");
            xml.Raw("</TargetRef>"u8);
        }

        foreach (var source in status.SourceRefs.IsDefault ? [] : status.SourceRefs)
        {
            xml.Raw("<SourceRef>"u8);
            xml.Text(source, "SourceRef");
            xml.Raw("</SourceRef>"u8);
        }

        if (status.OriginalError is { } error)
        {
            xml.Raw("<Data msft:originalerror=\""u8);
            xml.AttributeText(error, "originalerror");
            xml.Raw("\">"u8);
        }
        else
        {
            xml.Raw("<Data>"u8);
        }

        if (status.Code != StatusCode.None)
        {
            xml.Number(status.Code.Value);
        }

        xml.Raw("</Data></Status>"u8);
    }

    private static void Results(WireWriter xml, SyncCommand.Results results)
    {
        Open(xml, "<Results><CmdID>"u8, results);
        Reference(xml, results.MessageRef, results.CommandRef);
        Items(xml, results.Items);
        xml.Raw("</Results>"u8);
    }

    private static void Reference(WireWriter xml, int message, string command)
    {
        xml.Raw("<MsgRef>"u8);
        xml.Number(message);
        xml.Raw("</MsgRef><CmdRef>"u8);
        xml.Text(command, "CmdRef");
        xml.Raw("</CmdRef>"u8);
    }

    private static void Items(WireWriter xml, ImmutableArray<SyncItem> items)
    {
        foreach (var item in items)
        {
            Item(xml, item);
        }
    }

    private static void Item(WireWriter xml, SyncItem item)
    {
        var location = item.Target ?? item.Source ?? item.Type ?? "an item";
        xml.Raw("<Item>"u8);
        Element(xml, "<Target><LocURI>"u8, item.Target, "</LocURI></Target>"u8, "Target");
        Element(xml, "<Source><LocURI>"u8, item.Source, "</LocURI></Source>"u8, "Source");
        if (item.Format is not null || item.Type is not null || item.Mark is not null || item.Size is not null)
        {
            xml.Raw("<Meta>"u8);
            Element(xml, "<Format xmlns=\"syncml:metinf\">"u8, item.Format, "</Format>"u8, location);
            Element(xml, "<Type xmlns=\"syncml:metinf\">"u8, item.Type, "</Type>"u8, location);
            Element(xml, "<Mark xmlns=\"syncml:metinf\">"u8, item.Mark, "</Mark>"u8, location);
            if (item.Size is { } size)
            {
                xml.Raw("<Size xmlns=\"syncml:metinf\">"u8);
                xml.Number(size);
                xml.Raw("</Size>"u8);
            }

            xml.Raw("</Meta>"u8);
        }

        Element(xml, "<Data>"u8, item.Data, "</Data>"u8, location);
        xml.Raw(item.MoreData ? "<MoreData/></Item>"u8 : "</Item>"u8);
    }

    private static void Element(WireWriter xml, ReadOnlySpan<byte> open, string? text, ReadOnlySpan<byte> close, string location)
    {
        if (text is null)
        {
            return;
        }

        xml.Raw(open);
        xml.Text(text, location);
        xml.Raw(close);
    }
}
