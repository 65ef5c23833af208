using System.Buffers;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using MamConsole.Protocol.Csp;

namespace MamConsole.Protocol;

/// <summary>
/// Finds the ranges of the secrets in a document, in one pass and linear time. The scanner is strict, so that it never interprets a
/// document differently from the reader: a mismatched tag, a DTD or another encoding end it without a result.
/// </summary>
internal ref struct SecretScanner(ReadOnlySpan<byte> utf8)
{
    private const int MaxDepth = 64;
    private static readonly SearchValues<byte> NameEnd = SearchValues.Create(" \t\r\n/>"u8);

    private readonly ReadOnlySpan<byte> xml = utf8;
    private readonly List<Element> open = [];
    private readonly List<Range> values = [];
    private readonly List<Range> hidden = [];
    private bool rootSeen;

    /// <summary>An element that is not closed yet.</summary>
    /// <param name="Name">The range of the name, including its prefix.</param>
    /// <param name="Content">The start of the content.</param>
    /// <param name="FirstValue">The number of open values at the start of the element.</param>
    /// <param name="Secret">Whether every value in the element is a secret.</param>
    /// <param name="Plain">Whether the text of the element is not a secret despite its name.</param>
    private record struct Element(Range Name, int Content, int FirstValue, bool Secret, bool Plain);

    /// <summary>Returns the ranges in no particular order, possibly nested; null when the document cannot be parsed.</summary>
    public List<Range>? Find()
    {
        if (!Utf8.IsValid(xml) || xml.Contains((byte)0))
        {
            return null;
        }

        var at = 0;
        while (at < xml.Length)
        {
            var next = xml[at..].IndexOf((byte)'<');
            if (open.Count == 0 && !IsOutside(next < 0 ? xml[at..] : xml.Slice(at, next)))
            {
                return null;
            }

            if (next < 0)
            {
                break;
            }

            at = Markup(at + next);
            if (at < 0)
            {
                return null;
            }
        }

        return rootSeen && open.Count == 0 ? hidden : null;
    }

    /// <summary>Returns whether the text may appear outside the root: white space and the byte order mark.</summary>
    private static bool IsOutside(ReadOnlySpan<byte> text) => text.TrimStart("\uFEFF"u8).IndexOfAnyExcept(" \t\r\n"u8) < 0;

    /// <summary>Skips the markup at <paramref name="at"/>. Returns the position after it; -1 when it cannot be parsed.</summary>
    private int Markup(int at)
    {
        var rest = xml[at..];
        return rest.StartsWith("<!--"u8) ? Behind(at + 4, "-->"u8)
            : rest.StartsWith("<![CDATA["u8) ? (open.Count == 0 ? -1 : Behind(at + 9, "]]>"u8))
            : rest.StartsWith("<?"u8) ? Behind(at + 2, "?>"u8)
            : rest.StartsWith("<!"u8) ? -1
            : rest.StartsWith("</"u8) ? Close(at)
            : Open(at);
    }

    private readonly int Behind(int at, ReadOnlySpan<byte> end) =>
        xml[at..].IndexOf(end) is >= 0 and var found ? at + found + end.Length : -1;

    private int Open(int at)
    {
        var end = TagEnd(at + 1);
        var name = NameAt(at + 1);
        if (end < 0 || name.End.Value == name.Start.Value || (open.Count == 0 && rootSeen) || open.Count == MaxDepth)
        {
            return -1;
        }

        rootSeen = true;
        if (xml[end - 1] == '/')
        {
            return end + 1;
        }

        var attributes = xml[name.End.Value..end];
        var local = Local(name);
        var secret = local.SequenceEqual("Cred"u8) || (local.SequenceEqual("ContextItem"u8) && attributes.IndexOf("EnrollmentData"u8) >= 0);
        var plain = attributes.IndexOf("DeviceEnrollmentProvisionDoc"u8) >= 0;
        open.Add(new Element(name, end + 1, values.Count, secret, plain));
        return end + 1;
    }

    private int Close(int at)
    {
        var end = TagEnd(at + 2);
        var name = NameAt(at + 2);
        if (
            end < 0
            || open.Count == 0
            || !xml[open[^1].Name].SequenceEqual(xml[name])
            || xml[name.End.Value..end].IndexOfAnyExcept(" \t\r\n"u8) >= 0
        )
        {
            return -1;
        }

        var element = open[^1];
        open.RemoveAt(open.Count - 1);
        Classify(element, element.Content..at);
        return end + 1;
    }

    private void Classify(Element element, Range content)
    {
        var local = Local(element.Name);
        if (local.SequenceEqual("Data"u8) || (local.SequenceEqual("Value"u8) && IsIn("ContextItem"u8)))
        {
            Add(values, content);
        }
        else if (
            (local.SequenceEqual("BinarySecurityToken"u8) && !element.Plain)
            || local.SequenceEqual("Password"u8)
            || local.SequenceEqual("NextNonce"u8)
        )
        {
            Add(hidden, content);
        }
        else if (
            local.SequenceEqual("Type"u8)
                ? TextOf(content).Contains("token", StringComparison.OrdinalIgnoreCase)
                : (local.SequenceEqual("LocURI"u8) || local.SequenceEqual("SourceRef"u8) || local.SequenceEqual("TargetRef"u8))
                    && SecretNodes.Hold(TextOf(content))
        )
        {
            MarkScope();
        }

        if (element.Secret)
        {
            hidden.AddRange(CollectionsMarshal.AsSpan(values)[element.FirstValue..]);
            values.RemoveRange(element.FirstValue, values.Count - element.FirstValue);
        }
    }

    /// <summary>Marks the item or command that a type or an address belongs to: the nearest ancestor that is not a wrapper.</summary>
    private readonly void MarkScope()
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var local = Local(open[i].Name);
            if (!local.SequenceEqual("Meta"u8) && !local.SequenceEqual("Target"u8) && !local.SequenceEqual("Source"u8))
            {
                open[i] = open[i] with { Secret = true };
                return;
            }
        }
    }

    private readonly bool IsIn(ReadOnlySpan<byte> parent) => open.Count > 0 && Local(open[^1].Name).SequenceEqual(parent);

    private readonly void Add(List<Range> list, Range content)
    {
        if (!xml[content].IsEmpty)
        {
            list.Add(content);
        }
    }

    /// <summary>Returns the text as a reader would: with entities and CDATA resolved, without comments.</summary>
    private readonly string TextOf(Range content)
    {
        var rest = xml[content];
        if (rest.IndexOfAny((byte)'<', (byte)'&') < 0)
        {
            return Encoding.UTF8.GetString(rest);
        }

        var text = new StringBuilder();
        while (rest.IndexOf((byte)'<') is >= 0 and var next)
        {
            text.Append(WebUtility.HtmlDecode(Encoding.UTF8.GetString(rest[..next])));
            rest = rest[next..];
            var isText = rest.StartsWith("<![CDATA["u8);
            var end =
                isText ? "]]>"u8
                : rest.StartsWith("<!--"u8) ? "-->"u8
                : ">"u8;
            var length = rest.IndexOf(end) is >= 0 and var found ? found : rest.Length - end.Length;
            if (isText)
            {
                text.Append(Encoding.UTF8.GetString(rest[9..length]));
            }

            rest = rest[(length + end.Length)..];
        }

        return text.Append(WebUtility.HtmlDecode(Encoding.UTF8.GetString(rest))).ToString();
    }

    /// <summary>Returns the position of the closing &gt; of a tag, ignoring quoted ones; -1 when there is none.</summary>
    private readonly int TagEnd(int at)
    {
        while (xml[at..].IndexOfAny((byte)'"', (byte)'\'', (byte)'>') is >= 0 and var found)
        {
            at += found;
            if (xml[at] == '>')
            {
                return at;
            }

            var close = xml[(at + 1)..].IndexOf(xml[at]);
            if (close < 0)
            {
                return -1;
            }

            at += close + 2;
        }

        return -1;
    }

    private readonly Range NameAt(int at)
    {
        var length = xml[at..].IndexOfAny(NameEnd);
        return at..(length < 0 ? at : at + length);
    }

    private readonly ReadOnlySpan<byte> Local(Range name) => xml[name][(xml[name].IndexOf((byte)':') + 1)..];
}
