using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace MamConsole.Protocol;

/// <summary>
/// The one door for XML that comes from a wire: a forward cursor over elements that reads UTF-8 alone, knows no DTD, resolves nothing and
/// counts
/// everything against <see cref="WireLimits"/> (docs/reference/abuse-cases.md §1). Comments and processing instructions are passed over.
/// </summary>
/// <remarks>
/// Walk with <see cref="Enter"/> and <see cref="Next"/>; each child must be consumed by one of <see cref="Text"/>, <see cref="Skip"/> or a
/// walk of its own.
/// No reason ever repeats what was sent: reasons go to logs.
/// </remarks>
internal sealed class WireReader : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
    };

    private readonly ReadOnlyMemory<byte> utf8;
    private readonly WireLimits limits;
    private readonly Func<string, Exception> reject;
    private readonly XmlReader xml;
    private int elements;

    private WireReader(ReadOnlyMemory<byte> utf8, WireLimits limits, Func<string, Exception> reject)
    {
        this.utf8 = utf8;
        this.limits = limits;
        this.reject = reject;
        var stream = MemoryMarshal.TryGetArray(utf8, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(utf8.ToArray());
        xml = XmlReader.Create(stream, Settings);
    }

    /// <summary>The current element's local name.</summary>
    public string Name => xml.LocalName;

    /// <summary>The current element's namespace; empty for none.</summary>
    public string Namespace => xml.NamespaceURI;

    public WireLimits Limits => limits;

    /// <summary>Opens a document and stands on its root element.</summary>
    /// <param name="reject">Makes the exception that every fault of the document is thrown as, from its reason.</param>
    public static WireReader Open(ReadOnlyMemory<byte> utf8, WireLimits limits, Func<string, Exception> reject)
    {
        if (utf8.Length > limits.MaxBytes)
        {
            throw reject($"The document is larger than {limits.MaxBytes} bytes.");
        }

        // A NUL is illegal in XML, and its place at the start is how UTF-16 and UTF-32 without a mark are told: so only UTF-8 is left for
        // the parser.
        if (!Utf8.IsValid(utf8.Span) || utf8.Span.Contains((byte)0))
        {
            throw reject("The document is not UTF-8.");
        }

        // XmlReader reads all attributes of an element, and compares each with each, before it can be asked for their number.
        if (WireScan.HasMoreAttributes(utf8.Span, limits.MaxAttributes, limits.MaxNameText))
        {
            throw reject($"An element has more than {limits.MaxAttributes} attributes, or one longer than {limits.MaxNameText} bytes.");
        }

        var reader = new WireReader(utf8, limits, reject);
        try
        {
            reader.MoveToRoot();
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>An attribute of the current element, or null.</summary>
    public string? Attribute(string name, string? ns = null) => ns is null ? xml.GetAttribute(name) : xml.GetAttribute(name, ns);

    /// <summary>Steps into the current element.</summary>
    public Inside Enter() => new(xml.Depth, xml.IsEmptyElement);

    /// <summary>Moves to the next child element of what was entered; false at its end. Text between elements is refused.</summary>
    public bool Next(Inside inside)
    {
        if (inside.Empty)
        {
            return false;
        }

        while (Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    return true;
                case XmlNodeType.EndElement when xml.Depth == inside.Depth:
                    return false;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    throw reject("There is text where only elements may stand.");
            }
        }

        throw reject("The document ends too early.");
    }

    /// <summary>The text of the current element: all of it, CDATA and what comments part included. An element inside is refused.</summary>
    /// <param name="max">The most characters that are taken.</param>
    public string Text(int max = int.MaxValue)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        // One part is the rule; many (comments and CDATA part a text) must not cost their square.
        var text = "";
        StringBuilder? parts = null;
        while (Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.EndElement:
                    return parts?.ToString() ?? text;
                case XmlNodeType.Element:
                    throw reject("There is an element where only text may stand.");
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace when text.Length == 0:
                    text = Value();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    (parts ??= new StringBuilder(text)).Append(Value());
                    break;
            }

            if ((parts?.Length ?? text.Length) > max)
            {
                throw reject($"A text is longer than {max} characters.");
            }
        }

        throw reject("The document ends too early.");
    }

    /// <summary>As <see cref="Text"/> for what names something: bounded, and without the white space around it.</summary>
    public string NameText() => Text(limits.MaxNameText).Trim(' ', '\t', '\r', '\n');

    /// <summary>Passes over the current element with all that it holds.</summary>
    public void Skip()
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth)
            {
                return;
            }
        }
    }

    /// <summary>Reads to the end: whatever stands behind the root is refused.</summary>
    public void End()
    {
        while (Read()) { }
    }

    public void Dispose() => xml.Dispose();

    private void MoveToRoot()
    {
        while (Read())
        {
            if (
                xml.NodeType == XmlNodeType.XmlDeclaration
                && xml.GetAttribute("encoding") is { } encoding
                && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            )
            {
                throw reject("The document declares an encoding other than UTF-8.");
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                return;
            }
        }

        throw reject("There is no element.");
    }

    private bool Read()
    {
        try
        {
            if (!xml.Read())
            {
                return false;
            }
        }
        catch (XmlException error)
        {
            throw Malformed(error);
        }

        if (xml.NodeType == XmlNodeType.Element)
        {
            Count();
        }

        return true;
    }

    /// <summary>The current text. A long one is parsed only when it is asked for, so its faults come here.</summary>
    private string Value()
    {
        try
        {
            return xml.Value;
        }
        catch (XmlException error)
        {
            throw Malformed(error);
        }
    }

    private Exception Malformed(XmlException error) =>
        reject(
            utf8.Span.IndexOf("<!DOCTYPE"u8) >= 0
                ? "A document type definition is not allowed."
                : $"The XML is not well-formed (line {error.LineNumber}, column {error.LinePosition})."
        );

    private void Count()
    {
        if (++elements > limits.MaxElements)
        {
            throw reject($"There are more than {limits.MaxElements} elements.");
        }

        if (xml.Depth >= limits.MaxDepth)
        {
            throw reject($"Elements are nested deeper than {limits.MaxDepth}.");
        }

        if (xml.LocalName.Length > limits.MaxElementName)
        {
            throw reject($"An element's name is longer than {limits.MaxElementName} characters.");
        }
    }

    /// <summary>An element that was entered.</summary>
    /// <param name="Depth">Its depth.</param>
    /// <param name="Empty">It holds nothing.</param>
    internal readonly record struct Inside(int Depth, bool Empty);
}
