using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;
using MamConsole.Protocol;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>
/// A pasted XML document: limited in size, without document type, parsed element by element and rewritten, so that no unchecked content
/// reaches a device. Comments, processing instructions and the declaration are omitted.
/// </summary>
internal sealed class PastedXml
{
    /// <summary>
    /// The maximum length of a document in characters: a profile has a few thousand, and a message of the server has 48 KB.
    /// </summary>
    public const int MaximumCharacters = 32 * 1024;

    private static readonly WireLimits Limits = WireLimits.Default with
    {
        MaxBytes = 3 * MaximumCharacters,
        MaxElements = 1_000,
        MaxDepth = 24,
    };

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = true,
    };

    private readonly string text;

    private PastedXml(string text, ImmutableArray<PastedElement> elements) => (this.text, Elements) = (text, elements);

    private sealed class InvalidXmlException(string reason) : Exception(reason);

    /// <summary>All elements in document order; the root is the first.</summary>
    public ImmutableArray<PastedElement> Elements { get; }

    public PastedElement Root => Elements[0];

    /// <summary>Parses a text; the fault is the reason why it is not a usable document.</summary>
    public static bool TryRead(string typed, [NotNullWhen(true)] out PastedXml? xml, [NotNullWhen(false)] out string? fault)
    {
        (xml, fault) = (null, null);
        if (typed.Length > MaximumCharacters)
        {
            fault = $"The text is longer than {MaximumCharacters / 1024} KB, which is too long for a profile.";
            return false;
        }

        var text = WithoutDeclaration(typed);
        try
        {
            using (var bounded = WireReader.Open(Encoding.UTF8.GetBytes(text), Limits, reason => new InvalidXmlException(reason)))
            {
                bounded.End();
            }

            xml = new PastedXml(text, Walk(text));
            return true;
        }
        catch (Exception e) when (e is InvalidXmlException or XmlException or EncoderFallbackException)
        {
            fault = e is InvalidXmlException ? e.Message : "The XML is not well-formed.";
            return false;
        }
    }

    /// <summary>Returns the texts of all elements at a path.</summary>
    public IEnumerable<string> At(string path) => Elements.Where(e => e.Path == path).Select(e => e.Text);

    /// <summary>Returns the text of the first element at a path, without surrounding spaces; null when there is none.</summary>
    public string? First(string path) => At(path).FirstOrDefault()?.Trim();

    /// <summary>Returns the rewritten document.</summary>
    /// <param name="replace">Returns a new text for an element by its path; null leaves the text unchanged.</param>
    public string Write(Func<string, string?>? replace = null)
    {
        var written = new StringBuilder();
        using (var xml = XmlWriter.Create(written, ProfileText.Settings))
        {
            CopyTo(xml, replace);
        }

        return written.ToString();
    }

    /// <summary>Writes the document's root with all of its content into another document.</summary>
    public void CopyTo(XmlWriter xml, Func<string, string?>? replace = null)
    {
        using var reader = XmlReader.Create(new StringReader(text), Reading);
        var path = new List<string>();
        string? instead = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var isEmpty = reader.IsEmptyElement;
                    path.Add(reader.LocalName);
                    xml.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                    Attributes(reader, xml);
                    instead = replace?.Invoke(string.Join('/', path));
                    if (instead is not null)
                    {
                        xml.WriteString(instead);
                    }

                    if (isEmpty)
                    {
                        End();
                    }

                    break;
                case XmlNodeType.EndElement:
                    End();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when instead is null:
                    xml.WritePlain(reader.Value);
                    break;
            }
        }

        void End()
        {
            xml.WriteEndElement();
            path.RemoveAt(path.Count - 1);
            instead = null;
        }
    }

    private static void Attributes(XmlReader reader, XmlWriter xml)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == "http://www.w3.org/2000/xmlns/")
            {
                xml.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
                continue;
            }

            xml.WriteStartAttribute(reader.Prefix, reader.LocalName, reader.NamespaceURI);
            xml.WritePlain(reader.Value);
            xml.WriteEndAttribute();
        }

        reader.MoveToElement();
    }

    private static ImmutableArray<PastedElement> Walk(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Reading);
        var elements = ImmutableArray.CreateBuilder<PastedElement>();
        var open = new Stack<(int Index, string Path)>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.NamespaceURI.Contains('{', StringComparison.Ordinal))
                    {
                        throw new InvalidXmlException("A namespace contains a brace, which is not valid.");
                    }

                    var path = open.TryPeek(out var above) ? $"{above.Path}/{reader.LocalName}" : reader.LocalName;
                    elements.Add(new PastedElement(path, reader.NamespaceURI, ""));
                    if (!reader.IsEmptyElement)
                    {
                        open.Push((elements.Count - 1, path));
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    var index = open.Peek().Index;
                    elements[index] = elements[index] with { Text = elements[index].Text + reader.Value };
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
            }
        }

        return elements.ToImmutable();
    }

    /// <summary>The text is already decoded, so its encoding declaration would be misleading and is removed.</summary>
    private static string WithoutDeclaration(string text)
    {
        var trimmed = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return trimmed.StartsWith("<?xml ", StringComparison.Ordinal) && trimmed.IndexOf("?>", StringComparison.Ordinal) is > 0 and var end
            ? trimmed[(end + 2)..]
            : trimmed;
    }
}
