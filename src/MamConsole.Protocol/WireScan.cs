namespace MamConsole.Protocol;

/// <summary>Checks that must precede parsing, in one pass over the bytes and linear time.</summary>
internal static class WireScan
{
    /// <summary>
    /// Returns whether a tag has more attributes than the limit, including namespace declarations, or an attribute that is longer than a
    /// limit in bytes. Exact for well-formed documents; the parser rejects others.
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
    /// Skips one tag. Returns true when it has too many attributes or one that is too long. Each byte is read once, even if the tag is
    /// incomplete.
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
