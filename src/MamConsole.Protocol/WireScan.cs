namespace MamConsole.Protocol;

/// <summary>
/// What must be known of a document before a parser may see it. One pass over the bytes, in time that grows with their number alone.
/// </summary>
internal static class WireScan
{
    /// <summary>
    /// Whether a tag has more attributes than the limit, namespace declarations counted, or one whose text is longer than a bound in bytes.
    /// Exact for
    /// well-formed documents; one that is not is for the parser to refuse.
    /// </summary>
    public static bool HasMoreAttributes(ReadOnlySpan<byte> xml, int limit, int maximum = int.MaxValue)
    {
        while (xml.IndexOf((byte)'<') is >= 0 and var start)
        {
            xml = xml[start..];
            if (xml.StartsWith("<!--"u8))
            {
                xml = Behind(xml[4..], "-->"u8);
            }
            else if (xml.StartsWith("<![CDATA["u8))
            {
                xml = Behind(xml[9..], "]]>"u8);
            }
            else if (xml.StartsWith("<?"u8))
            {
                xml = Behind(xml[2..], "?>"u8);
            }
            else if (Tag(ref xml, limit, maximum))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Passes over one tag; true when it has too many attributes or too long a one. Each byte is looked at once, whatever the tag lacks.
    /// </summary>
    private static bool Tag(ref ReadOnlySpan<byte> xml, int limit, int maximum)
    {
        for (var attributes = 0; xml.IndexOfAny((byte)'"', (byte)'\'', (byte)'>') is >= 0 and var at; attributes++)
        {
            var end = xml.Slice(at, 1);
            xml = xml[(at + 1)..];
            if (end[0] == '>')
            {
                return false;
            }

            if (attributes == limit)
            {
                return true;
            }

            var before = xml.Length;
            xml = Behind(xml, end);
            if (before - xml.Length - 1 > maximum)
            {
                return true;
            }
        }

        xml = [];
        return false;
    }

    private static ReadOnlySpan<byte> Behind(ReadOnlySpan<byte> xml, ReadOnlySpan<byte> end) =>
        xml.IndexOf(end) is >= 0 and var at ? xml[(at + end.Length)..] : [];
}
