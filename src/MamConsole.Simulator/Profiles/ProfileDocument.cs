using System.Xml;

namespace MamConsole.Simulator.Profiles;

/// <summary>The elements of a profile document in order, each with its path and its text.</summary>
/// <remarks>
/// Implemented from the schemas, deliberately without code of the server, so that a mistake in the server is rejected here.
/// </remarks>
internal sealed class ProfileDocument
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 1 << 18,
    };

    private readonly List<(string Path, string Namespace, string Text)> _elements = [];

    private ProfileDocument() { }

    /// <summary>The name and namespace of the root element.</summary>
    public (string Name, string Namespace) Root => (_elements[0].Path, _elements[0].Namespace);

    /// <summary>Parses a document. Returns null when the text is not XML or has a document type declaration.</summary>
    public static ProfileDocument? Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var document = new ProfileDocument();
            document.Walk(reader);
            return document;
        }
        catch (XmlException)
        {
            // Windows reports all of these faults as 500, invalid data.
            return null;
        }
    }

    /// <summary>Returns the text at a path; null when there is no such element.</summary>
    public string? At(string path) => _elements.Where(e => e.Path == path).Select(e => e.Text).FirstOrDefault();

    public bool Has(string path) => _elements.Exists(e => e.Path == path);

    /// <summary>Returns the names of the children of a path, in order.</summary>
    public IEnumerable<string> Below(string path) =>
        _elements
            .Where(e =>
                e.Path.StartsWith(path + "/", StringComparison.Ordinal)
                && !e.Path[(path.Length + 1)..].Contains('/', StringComparison.Ordinal)
            )
            .Select(e => e.Path[(path.Length + 1)..]);

    /// <summary>
    /// Returns whether the children of a path are a subset of these names in this order. A name with an asterisk may repeat.
    /// </summary>
    public bool IsSequence(string path, params string[] names)
    {
        var at = 0;
        foreach (var name in Below(path))
        {
            while (at < names.Length && names[at].TrimEnd('*') != name)
            {
                at++;
            }

            if (at == names.Length)
            {
                return false;
            }

            at += names[at].EndsWith('*') ? 0 : 1;
        }

        return true;
    }

    private void Walk(XmlReader reader)
    {
        var open = new Stack<int>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    _elements.Add(
                        (
                            open.TryPeek(out var above) ? $"{_elements[above].Path}/{reader.LocalName}" : reader.LocalName,
                            reader.NamespaceURI,
                            ""
                        )
                    );
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(_elements.Count - 1);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    var (path, ns, text) = _elements[open.Peek()];
                    _elements[open.Peek()] = (path, ns, text + reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
            }
        }
    }
}
