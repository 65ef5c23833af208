using System.Text;
using System.Xml;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Sessions;

/// <summary>
/// Formats stored messages with line breaks and indentation. The codec has parsed the bytes before they were stored; text that cannot be
/// parsed is returned unchanged.
/// </summary>
internal static class PrettyXml
{
    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreWhitespace = true,
    };

    private static readonly XmlWriterSettings Writing = new()
    {
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
        CheckCharacters = false,
    };

    public static string Of(byte[] xml)
    {
        var text = new StringBuilder();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), Reading);
            using (var writer = XmlWriter.Create(text, Writing))
            {
                reader.MoveToContent();
                writer.WriteNode(reader, defattr: false);
            }

            return VisibleText.Of(text.ToString(), lines: true);
        }
        catch (XmlException)
        {
            return VisibleText.Of(Encoding.UTF8.GetString(xml), lines: true);
        }
    }
}
