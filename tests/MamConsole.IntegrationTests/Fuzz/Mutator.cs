using System.Buffers.Binary;
using System.Text;

namespace MamConsole.IntegrationTests.Fuzz;

/// <summary>Creates invalid messages from valid ones. The same seed creates the same bytes on every machine.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus)
{
    /// <summary>
    /// The maximum size of a created message in bytes; larger ones would be rejected by their size alone, which other tests cover.
    /// </summary>
    private const int MaximumLength = 64 * 1024;

    // Texts that parsers, sessions and databases may not handle, inserted into a message or replacing parts of it.
    private static readonly byte[][] Words = Array.ConvertAll(
        [
            "<",
            ">",
            "/>",
            "</",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?x y?>",
            "<!DOCTYPE x [<!ENTITY e \"eee\">]>",
            "&e;",
            "&#0;",
            "&#xD800;",
            "&lt;",
            "\0",
            "\uFEFF",
            "\u202E",
            "\uFFFF",
            "％",
            "７",
            " xmlns=\"\"",
            " xmlns=\"SYNCML:SYNCML1.1\"",
            " xmlns:a=\"syncml:metinf\"",
            " xmlns=\"syncml:metinfo\"",
            " a=\"1\" a=\"2\"",
            "0",
            "-1",
            "1",
            "2",
            "7",
            "4294967296",
            "99999999999999999999",
            "0x1",
            "1.2",
            "200",
            "200 OK",
            "404",
            "418",
            "507",
            "1201",
            "1222",
            "1223",
            "1224",
            "1225",
            "1226",
            "<Final/>",
            "<MoreData/>",
            "<NoResp/>",
            "<Status>",
            "<CmdID>1001</CmdID>",
            "<CmdRef>1002</CmdRef>",
            "<MsgRef>1</MsgRef>",
            "<Size xmlns=\"syncml:metinf\">3</Size>",
            "<Cred/>",
            "<Chal/>",
            "<Alert><CmdID>9</CmdID><Data>1222</Data></Alert>",
            "<Alert><CmdID>9</CmdID><Data>1223</Data></Alert>",
            "<Get><CmdID>9</CmdID><Item><Target><LocURI>./x</LocURI></Target></Item></Get>",
            "<Atomic><CmdID>9</CmdID></Atomic>",
            "<Sequence>",
            "./DevInfo/DevId",
            "./User",
            "../..",
            "%2e%2e",
            "?prop=ACL",
            "' OR 1=1 --",
            "{0}",
            "${jndi:ldap://x}",
            "=cmd|' /C calc'!A0",
            "\r\n",
            "\u001b[31m",
        ],
        Encoding.UTF8.GetBytes
    );

    public byte[] Make(Random random)
    {
        var bytes = Pick(random, corpus).ToArray();
        for (var changes = 1 + Few(random); changes > 0; changes--)
        {
            bytes = Change(random, bytes);
        }

        return bytes.Length <= MaximumLength ? bytes : bytes[..MaximumLength];
    }

    private byte[] Change(Random random, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return Pick(random, Words);
        }

        var at = random.Next(bytes.Length);
        var length = Math.Min(bytes.Length - at, 1 + random.Next(random.Next(4) == 0 ? 400 : 12));
        return random.Next(14) switch
        {
            0 => With(bytes, b => b[at] ^= (byte)(1 << random.Next(8))),
            1 => With(bytes, b => b[at] = (byte)random.Next(256)),
            2 => Without(bytes, at, length),
            3 => Insert(bytes, random.Next(bytes.Length), bytes[at..(at + length)]),
            4 or 5 => Insert(bytes, at, Pick(random, Words)),
            6 => Insert(Without(bytes, at, length), at, Pick(random, Words)),
            7 => bytes[..at],
            8 => [.. bytes[..at], .. Tail(random, Pick(random, corpus))],
            9 => WithoutElement(random, bytes),
            10 => ElementAgain(random, bytes),
            11 => SwapElements(random, bytes),
            12 => ReplaceText(random, bytes),
            _ => With(
                bytes,
                b => BinaryPrimitives.WriteUInt16BigEndian(b.AsSpan(Math.Min(at, b.Length - 2)), (ushort)random.Next(65536)),
                2
            ),
        };
    }

    private byte[] WithoutElement(Random random, byte[] bytes) =>
        Element(random, bytes) is var (start, end) ? Without(bytes, start, end - start) : bytes;

    private byte[] ElementAgain(Random random, byte[] bytes)
    {
        if (Element(random, bytes) is not var (start, end))
        {
            return bytes;
        }

        var times = random.Next(20) == 0 ? 2 + random.Next(300) : 1 + random.Next(3);
        var available = Math.Max(1, (MaximumLength - bytes.Length) / Math.Max(1, end - start));
        var again = Enumerable.Repeat(bytes[start..end], Math.Min(times, available)).SelectMany(e => e).ToArray();
        return Insert(bytes, end, again);
    }

    /// <summary>Moves one element to the position where another one begins.</summary>
    private byte[] SwapElements(Random random, byte[] bytes)
    {
        if (Element(random, bytes) is not var (start, end) || Element(random, bytes) is not var (other, _))
        {
            return bytes;
        }

        var moved = bytes[start..end];
        var rest = Without(bytes, start, end - start);
        return Insert(rest, Math.Min(other, rest.Length), moved);
    }

    /// <summary>Replaces the text between two tags.</summary>
    private static byte[] ReplaceText(Random random, byte[] bytes)
    {
        var from = Array.IndexOf(bytes, (byte)'>', random.Next(bytes.Length));
        var to = from < 0 ? -1 : Array.IndexOf(bytes, (byte)'<', from);
        return to < 0 ? bytes : Insert(Without(bytes, from + 1, to - from - 1), from + 1, Pick(random, Words));
    }

    /// <summary>
    /// An element up to the first end tag of its name; nesting is not considered, which is sufficient to create invalid messages.
    /// </summary>
    private static (int Start, int End)? Element(Random random, byte[] bytes)
    {
        var start = Array.IndexOf(bytes, (byte)'<', random.Next(bytes.Length));
        if (start < 0 || start + 1 >= bytes.Length || bytes[start + 1] is (byte)'/' or (byte)'?' or (byte)'!')
        {
            return null;
        }

        var name = start + 1;
        while (name < bytes.Length && bytes[name] is not ((byte)'>' or (byte)' ' or (byte)'/'))
        {
            name++;
        }

        byte[] endTag = [.. "</"u8, .. bytes[(start + 1)..name], (byte)'>'];
        var end = bytes.AsSpan(name).IndexOf(endTag);
        return end < 0 ? null : (start, name + end + endTag.Length);
    }

    private static int Few(Random random) =>
        random.Next(3) switch
        {
            0 => 0,
            1 => random.Next(3),
            _ => random.Next(10),
        };

    private static T Pick<T>(Random random, IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private static byte[] Tail(Random random, byte[] bytes) => bytes[random.Next(bytes.Length)..];

    private static byte[] Without(byte[] bytes, int at, int length) => [.. bytes[..at], .. bytes[(at + length)..]];

    private static byte[] Insert(byte[] bytes, int at, byte[] what) => [.. bytes[..at], .. what, .. bytes[at..]];

    private static byte[] With(byte[] bytes, Action<byte[]> change, int least = 1)
    {
        if (bytes.Length >= least)
        {
            change(bytes);
        }

        return bytes;
    }
}
