using System.Text;

namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>
/// VS_VERSIONINFO: the file's version and its texts. The blocks are nested, each with its length; a block with an invalid length is
/// ignored, because a program can run without it.
/// </summary>
internal sealed class VersionResource
{
    /// <summary>The maximum number of blocks in one resource; real ones have about twelve texts in each of a few languages.</summary>
    private const int MaximumBlocks = 2_000;

    private const int MaximumTextLength = 1024;
    private const uint Signature = 0xFEEF_04BD;

    public static readonly VersionResource None = new();

    private readonly Dictionary<string, string> texts = new(StringComparer.OrdinalIgnoreCase);
    private int looked;

    /// <summary>The version as four numbers; empty = none.</summary>
    public string FileVersion { get; private set; } = "";

    /// <summary>Returns a text of the first language that has it, on one line; empty = none.</summary>
    public string Text(string name) => texts.GetValueOrDefault(name, "");

    public static VersionResource Read(ReadOnlyMemory<byte> resource)
    {
        var version = new VersionResource();
        if (Block.At(resource, 0) is not { Key: "VS_VERSION_INFO" } root)
        {
            return version;
        }

        version.Fixed(root.Value);
        foreach (var strings in version.Blocks(root.Children).Where(block => block.Key == "StringFileInfo"))
        {
            foreach (var table in version.Blocks(strings.Children))
            {
                foreach (var text in version.Blocks(table.Children))
                {
                    version.texts.TryAdd(text.Key, OneLine(text.Value));
                }
            }
        }

        return version;
    }

    private void Fixed(ReadOnlyMemory<byte> value)
    {
        var bytes = new Bytes(value, "the version");
        if (bytes.Has(0, 52) && bytes.UInt32(0) == Signature)
        {
            FileVersion = string.Join('.', bytes.UInt16(10), bytes.UInt16(8), bytes.UInt16(14), bytes.UInt16(12));
        }
    }

    private IEnumerable<Block> Blocks(ReadOnlyMemory<byte> inside)
    {
        for (var at = 0; ++looked <= MaximumBlocks && Block.At(inside, at) is { } block; at = (at + block.Length + 3) & ~3)
        {
            yield return block;
        }
    }

    private static string OneLine(ReadOnlyMemory<byte> utf16)
    {
        var text = Encoding.Unicode.GetString(utf16.Span[..Math.Min(utf16.Length & ~1, MaximumTextLength * 2)]);
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        return string.Concat(
                (end < 0 ? text : text[..end]).Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF'))
            )
            .Trim();
    }

    /// <summary>
    /// Length, value length and type (two bytes each), a zero-terminated name, padding to four, the value, padding, more blocks.
    /// </summary>
    private sealed record Block(string Key, int Length, ReadOnlyMemory<byte> Value, ReadOnlyMemory<byte> Children)
    {
        private const int MaximumKeyLength = 128;

        public static Block? At(ReadOnlyMemory<byte> inside, int at)
        {
            var bytes = new Bytes(inside, "the version");
            if (!bytes.Has((uint)at, 6) || bytes.UInt16((uint)at) is var length && (length < 6 || !bytes.Has((uint)at, length)))
            {
                return null;
            }

            var block = new Bytes(inside.Slice(at, length), "the version");
            var key = new StringBuilder();
            var next = 6u;
            while (block.Has(next, 2) && block.UInt16(next) is not 0 and var letter && key.Length < MaximumKeyLength)
            {
                key.Append((char)letter);
                next += 2;
            }

            // A value's length counts characters in texts (type 1) and bytes otherwise.
            var start = Math.Min(((int)next + 2 + 3) & ~3, (int)length);
            var counted = block.UInt16(2) * (block.UInt16(4) == 1 ? 2 : 1);
            var valueLength = Math.Min(counted, length - start);
            var children = Math.Min((start + valueLength + 3) & ~3, (int)length);
            return new Block(key.ToString(), length, block.All.Slice(start, valueLength), block.All[children..]);
        }
    }
}
