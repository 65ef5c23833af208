using System.Collections.Immutable;
using System.Globalization;

namespace MamConsole.Protocol.SyncML;

/// <summary>
/// Reads SyncML 1.2 (docs/reference/protocol.md §3.2). The reader is strict about the envelope, which identity and order depend on, and
/// lenient where real clients deviate.
/// </summary>
/// <remarks>
/// Lenient: a root without a namespace (clients that a large server accepts send none), children of Meta in any of the observed namespaces
/// or outside of Meta in the item, white space around names, Cmd in Results, Results without MsgRef (= 1), a missing CmdID (= ""), Meta in
/// the command instead of the item, CDATA. Strict: one header before one body, one Source with one LocURI, plain numbers, nothing after
/// Final.
/// </remarks>
public sealed partial class SyncMLReader
{
    private const int MaxId = 64;

    private readonly WireReader xml;

    private SyncMLReader(WireReader xml) => this.xml = xml;

    /// <summary>Reads one message.</summary>
    /// <param name="utf8">The whole document.</param>
    /// <param name="limits">The limits; null for <see cref="WireLimits.Default"/>.</param>
    /// <exception cref="SyncMLFormatException">The document is not a SyncML 1.2 message, or exceeds a limit.</exception>
    public static SyncMLMessage Read(ReadOnlyMemory<byte> utf8, WireLimits? limits = null)
    {
        using var xml = WireReader.Open(utf8, limits ?? WireLimits.Default, Reject);
        return new SyncMLReader(xml).Document();
    }

    private static SyncMLFormatException Reject(string reason) => new(reason);

    /// <summary>The name of the current element; empty when its namespace is not supported.</summary>
    private string Name => xml.Namespace is SyncMLNames.Namespace or "" ? xml.Name : "";

    /// <summary>Like <see cref="Name"/>, for the children of Meta.</summary>
    private string MetaName =>
        xml.Namespace is SyncMLNames.MetaNamespace or SyncMLNames.MisspeltMetaNamespace or SyncMLNames.Namespace or "" ? xml.Name : "";

    private SyncMLMessage Document()
    {
        if (Name != "SyncML")
        {
            throw Reject("The root element is not SyncML 1.2.");
        }

        SyncHeader? header = null;
        SyncMLMessage? message = null;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            if (message is not null)
            {
                throw Reject("SyncBody must be the last element.");
            }

            switch (Name)
            {
                case "SyncHdr":
                    header = header is null ? Header() : throw Reject("The message has two SyncHdr.");
                    break;
                case "SyncBody":
                    message = Body(header ?? throw Reject("SyncHdr must precede SyncBody."));
                    break;
                default:
                    throw Reject("Only SyncHdr and SyncBody are allowed in the root element.");
            }
        }

        xml.End();
        return message ?? throw Reject("The message has no SyncBody.");
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
            throw Reject("SessionID is missing or not a plain id of at most 32 characters.");
        }

        if (PlainNumber(message) is not (>= 1 and <= int.MaxValue and var id))
        {
            throw Reject("MsgID is missing or not a plain number from 1.");
        }

        if (string.IsNullOrEmpty(source))
        {
            throw Reject("The header has no Source.");
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
                throw Reject("Final must be the last element.");
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
        field = field is null ? value : throw Reject($"{name} is duplicate.");

    private static int? MessageRef(string? text) => PlainNumber(text) is <= int.MaxValue and var number ? (int)number : null;

    /// <summary>Parses a status. Only exactly three digits are a code.</summary>
    private static StatusCode Code(string? text) =>
        PlainNumber(text) is >= 100 and <= 599 and var code ? new StatusCode((int)code) : StatusCode.None;

    /// <summary>Parses ASCII digits only; null otherwise or above 2^63-1.</summary>
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
