using System.Collections.Immutable;
using System.Globalization;

namespace MamConsole.Protocol.SyncML;

/// <summary>
/// Reads SyncML 1.2 (docs/reference/protocol.md §3.2): strict about the envelope, on which identity and order hang, and lenient where real
/// clients are.
/// </summary>
/// <remarks>
/// Lenient: a root without a namespace (clients that a large server accepts send none), Meta's children in any of the namespaces met in the
/// wild or beside
/// Meta in the item, white space around names, Cmd in Results, Results without MsgRef (= 1), a missing CmdID (= ""), Meta on the command
/// instead of the
/// item, CDATA. Strict: one header before one body, one Source, one LocURI in it, plain numbers, nothing behind Final.
/// </remarks>
public sealed partial class SyncMLReader
{
    private const int MaxId = 64;

    private readonly WireReader xml;

    private SyncMLReader(WireReader xml) => this.xml = xml;

    /// <summary>Reads one message.</summary>
    /// <param name="utf8">The whole document.</param>
    /// <param name="limits">What it may cost; <see cref="WireLimits.Default"/> when null.</param>
    /// <exception cref="SyncMLFormatException">It is no SyncML 1.2 message, or exceeds a limit.</exception>
    public static SyncMLMessage Read(ReadOnlyMemory<byte> utf8, WireLimits? limits = null)
    {
        using var xml = WireReader.Open(utf8, limits ?? WireLimits.Default, Reject);
        return new SyncMLReader(xml).Document();
    }

    private static SyncMLFormatException Reject(string reason) => new(reason);

    /// <summary>The current element's name; "" when it belongs to no namespace of ours.</summary>
    private string Name => xml.Namespace is SyncMLNames.Namespace or "" ? xml.Name : "";

    /// <summary>As <see cref="Name"/> for what stands in Meta.</summary>
    private string MetaName =>
        xml.Namespace is SyncMLNames.MetaNamespace or SyncMLNames.MisspeltMetaNamespace or SyncMLNames.Namespace or "" ? xml.Name : "";

    private SyncMLMessage Document()
    {
        if (Name != "SyncML")
        {
            throw Reject("The root element is not that of SyncML 1.2.");
        }

        SyncHeader? header = null;
        SyncMLMessage? message = null;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (message is not null)
            {
                throw Reject("There is an element behind SyncBody.");
            }

            switch (Name)
            {
                case "SyncHdr":
                    header = header is null ? Header() : throw Reject("There are two SyncHdr.");
                    break;
                case "SyncBody":
                    message = Body(header ?? throw Reject("SyncBody comes before SyncHdr."));
                    break;
                default:
                    throw Reject("There is an element beside SyncHdr and SyncBody.");
            }
        }

        xml.End();
        return message ?? throw Reject("There is no SyncBody.");
    }

    private SyncHeader Header()
    {
        string? dtd = null,
            protocol = null,
            session = null,
            message = null,
            target = null,
            source = null;
        var meta = new Meta();
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            switch (Name)
            {
                case "VerDTD":
                    Once(ref dtd, xml.NameText(), "VerDTD");
                    break;
                case "VerProto":
                    Once(ref protocol, xml.NameText(), "VerProto");
                    break;
                case "SessionID":
                    Once(ref session, xml.NameText(), "SessionID");
                    break;
                case "MsgID":
                    Once(ref message, xml.NameText(), "MsgID");
                    break;
                case "Target":
                    Once(ref target, LocUri() ?? "", "Target");
                    break;
                case "Source":
                    Once(ref source, LocUri() ?? "", "Source");
                    break;
                case "Meta":
                    ReadMeta(ref meta);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        if (dtd != "1.2" || protocol != "DM/1.2")
        {
            throw Reject("The version is not 1.2.");
        }

        if (session is not { Length: > 0 and <= 32 } || !session.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            throw Reject("SessionID is missing or no plain id of at most 32 characters.");
        }

        if (PlainNumber(message) is not (>= 1 and <= int.MaxValue and var id))
        {
            throw Reject("MsgID is missing or no plain number from 1.");
        }

        if (string.IsNullOrEmpty(source))
        {
            throw Reject("There is no Source.");
        }

        return new SyncHeader(session, (int)id, target ?? "", source, meta.MaxMessageSize);
    }

    private SyncMLMessage Body(SyncHeader header)
    {
        var found = ImmutableArray.CreateBuilder<SyncCommand>();
        var final = false;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (final)
            {
                throw Reject("There is an element behind Final.");
            }

            if (Name == "Final")
            {
                final = true;
                xml.Skip();
            }
            else
            {
                found.Add(Command());
            }
        }

        return new SyncMLMessage(header, found.DrainToImmutable(), final);
    }

    private string Id()
    {
        var id = xml.NameText();
        return id.Length <= MaxId ? id : throw Reject($"An id is longer than {MaxId} characters.");
    }

    private static SyncItem Inherit(SyncItem item, Meta meta) =>
        item with
        {
            Format = item.Format ?? meta.Format,
            Type = item.Type ?? meta.Type,
            Mark = item.Mark ?? meta.Mark,
            Size = item.Size ?? meta.Size,
        };

    private static void Once(ref string? field, string? value, string name) =>
        field = field is null ? value : throw Reject($"There are two {name} in one place.");

    private static int? MessageRef(string? text) => PlainNumber(text) is <= int.MaxValue and var number ? (int)number : null;

    /// <summary>A status is a success only when its three digits stand there and nothing else does.</summary>
    private static StatusCode Code(string? text) =>
        PlainNumber(text) is >= 100 and <= 599 and var code ? new StatusCode((int)code) : StatusCode.None;

    /// <summary>Decimal ASCII digits and nothing else; null otherwise or above 2^63-1.</summary>
    private static long? PlainNumber(string? text) =>
        text is { Length: > 0 and <= 19 } && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private struct Meta
    {
        public string? Format;
        public string? Type;
        public string? Mark;
        public long? Size;
        public long? MaxMessageSize;

        public readonly bool Any => Format is not null || Type is not null || Mark is not null || Size is not null;
    }
}
