using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace MamConsole.Protocol;

/// <summary>
/// The reader for all XML from the wire: a forward cursor over elements. It accepts UTF-8 only, rejects DTDs, resolves no references and
/// enforces <see cref="WireLimits"/> (docs/reference/abuse-cases.md §1). Comments and processing instructions are skipped.
/// </summary>
/// <remarks>
/// Iterate with <see cref="Enter"/> and <see cref="Next"/>. Each child must be consumed by <see cref="Text"/>, <see cref="Skip"/> or a
/// nested iteration. Reasons never repeat content of the document, because they are logged.
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

    /// <summary>The local name of the current element.</summary>
    public string Name => xml.LocalName;

    /// <summary>The namespace of the current element; empty for none.</summary>
    public string Namespace => xml.NamespaceURI;

    public WireLimits Limits => limits;

    /// <summary>Opens a document and moves to its root element.</summary>
    /// <param name="reject">Creates the exception for a fault of the document from its reason.</param>
    public static WireReader Open(ReadOnlyMemory<byte> utf8, WireLimits limits, Func<string, Exception> reject)
    {
        if (utf8.Length > limits.MaxBytes)
        {
            throw reject($"The document is larger than {limits.MaxBytes} bytes.");
        }

        // A NUL is not allowed in XML, and leading ones are how a parser detects UTF-16 and UTF-32 without a byte order mark. Without them,
        // the parser can only assume UTF-8.
        if (!Utf8.IsValid(utf8.Span) || utf8.Span.Contains((byte)0))
        {
            throw reject("The document is not UTF-8.");
        }

        // XmlReader reads all attributes of an element, and compares each with each, before it reports their number.
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

    /// <summary>Returns an attribute of the current element, or null.</summary>
    public string? Attribute(string name, string? ns = null) => ns is null ? xml.GetAttribute(name) : xml.GetAttribute(name, ns);

    /// <summary>Enters the current element.</summary>
    public Inside Enter() => new(xml.Depth, xml.IsEmptyElement);

    /// <summary>Moves to the next child of the entered element; false at its end. Text between elements is rejected.</summary>
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
                    throw reject("Text is not allowed between elements.");
            }
        }

        throw reject("The document ends too early.");
    }

    /// <summary>
    /// Reads the text of the current element, including CDATA and text that comments separate. A child element is rejected.
    /// </summary>
    /// <param name="max">The maximum length in characters.</param>
    public string Text(int max = int.MaxValue)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        // Most texts have one part. Comments and CDATA can split a text into many, which must not take quadratic time.
        var text = "";
        StringBuilder? parts = null;
        while (Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.EndElement:
                    return parts?.ToString() ?? text;
                case XmlNodeType.Element:
                    throw reject("An element is not allowed in text.");
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

    /// <summary>Reads a text that is a name: with a limit, and without surrounding white space.</summary>
    public string NameText() => Text(limits.MaxNameText).Trim(' ', '\t', '\r', '\n');

    /// <summary>Skips the current element with its content.</summary>
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

    /// <summary>Reads to the end, so that content after the root is rejected.</summary>
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

        throw reject("The document has no element.");
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

    /// <summary>Returns the current text. XmlReader parses a long text only when it is read, so it can throw here.</summary>
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
            throw reject($"The document has more than {limits.MaxElements} elements.");
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

    /// <summary>An entered element.</summary>
    /// <param name="Depth">The depth of the element.</param>
    /// <param name="Empty">Whether the element is an empty-element tag.</param>
    internal readonly record struct Inside(int Depth, bool Empty);
}
