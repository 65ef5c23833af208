using System.Xml;

namespace MamConsole.PolicyEngine.Values;

/// <summary>Checks whether XML 1.0 can contain a text in one line: no control characters, no lone surrogates.</summary>
internal static class XmlText
{
    public static bool CanCarry(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsControl(text[i]) || !XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
