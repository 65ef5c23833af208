using System.Xml;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Connectivity;

/// <summary>How profiles are written as XML, and where secrets stand in them.</summary>
internal static class ProfileText
{
    /// <summary>One element, no declaration, no layout: the same profile gives the same bytes.</summary>
    public static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        CheckCharacters = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    private const string MarkStart = "{secret";

    /// <summary>
    /// Writes text that somebody typed. Where it reads like the mark of a secret, its brace is written as a character reference, which
    /// means the same and is
    /// none: nobody can have a secret sent by naming it in a name.
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

    /// <summary>An element with text.</summary>
    public static void WritePlainElement(this XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name);
        xml.WritePlain(text);
        xml.WriteEndElement();
    }

    /// <summary>An element with yes or no, as the schemas write it.</summary>
    public static void WriteSwitch(this XmlWriter xml, string name, bool value) => xml.WriteElementString(name, value ? "true" : "false");

    /// <summary>Stands for the secret until the command is made; the value is escaped then.</summary>
    public static string MarkOf(SecretReference? secret) => secret?.XmlPlaceholder ?? "";
}
