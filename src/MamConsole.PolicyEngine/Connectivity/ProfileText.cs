using System.Xml;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>Writes profiles as XML and marks the positions of secrets.</summary>
internal static class ProfileText
{
    /// <summary>Writes one element without declaration and layout: the same profile produces the same bytes.</summary>
    public static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        CheckCharacters = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    private const string MarkStart = "{secret";

    /// <summary>
    /// Writes text that a person entered. If it looks like the mark of a secret, its brace is written as a character reference, which has
    /// the same meaning and is not a mark: a secret cannot be inserted by entering its mark as text.
    /// </summary>
    public static void WritePlain(this XmlWriter xml, string text)
    {
        var from = 0;
        for (
            var at = text.IndexOf(MarkStart, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(MarkStart, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            xml.WriteString(text[from..at]);
            xml.WriteCharEntity('{');
            from = at + 1;
        }

        xml.WriteString(text[from..]);
    }

    /// <summary>Writes an element with text.</summary>
    public static void WritePlainElement(this XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name);
        xml.WritePlain(text);
        xml.WriteEndElement();
    }

    /// <summary>Writes an element with true or false, as the schemas require.</summary>
    public static void WriteSwitch(this XmlWriter xml, string name, bool value) => xml.WriteElementString(name, value ? "true" : "false");

    /// <summary>Writes the placeholder that is replaced by the escaped secret when the command is created.</summary>
    public static string MarkOf(SecretReference? secret) => secret?.XmlPlaceholder ?? "";
}
