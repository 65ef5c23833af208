using System.Buffers.Binary;
using System.Text;
using MamConsole.PolicyEngine.ProgramFiles;

namespace MamConsole.Tests.PolicyEngine.ProgramFiles;

/// <summary>Program files composed byte by byte: headers and one section with resources, without executable code.</summary>
internal sealed record ComposedProgram
{
    private const int SectionAt = 0x200;
    private const uint Address = 0x1000;

    /// <summary>The type, name (text, or null for number 1) and data of each resource.</summary>
    public IReadOnlyList<(object Type, string? Name, byte[] Data)> Resources { get; init; } = [];

    public ushort Machine { get; init; } = 0x8664;

    public bool IsLibrary { get; init; }

    public int SignatureLength { get; init; }

    public static readonly (object, string?, byte[]) WipAware = (
        ProgramFileReader.WipAwareType,
        "MICROSOFTEDPAUTOPROTECTIONALLOWEDAPPINFO",
        [1, 0]
    );

    public static readonly (object, string?, byte[]) Enlightened = (
        ProgramFileReader.EnlightenedType,
        "MICROSOFTEDPENLIGHTENEDAPPINFO",
        [1, 0]
    );

    public static (object, string?, byte[]) Version(string product, string file, params ushort[] version) =>
        (16, null, VersionInfo(product, file, version));

    /// <summary>The offset of the resources in the file, in bytes.</summary>
    public static int ResourcesAt => SectionAt;

    public byte[] Build()
    {
        var wide = Machine != 0x14C;
        var optionalLength = wide ? 240 : 224;
        var resources = Tree();
        var file = new byte[SectionAt + resources.Length + SignatureLength];
        var span = file.AsSpan();
        (span[0], span[1]) = ((byte)'M', (byte)'Z');
        Put32(span, 0x3C, 0x80);
        Put32(span, 0x80, 0x4550);
        Put16(span, 0x84, Machine);
        Put16(span, 0x86, 1);
        Put16(span, 0x94, (ushort)optionalLength);
        Put16(span, 0x96, (ushort)(IsLibrary ? 0x2022 : 0x22));
        const int Optional = 0x98;
        Put16(span, Optional, (ushort)(wide ? 0x20B : 0x10B));
        var tables = Optional + (wide ? 112 : 96);
        Put32(span, tables - 4, 16);
        if (Resources.Count > 0)
        {
            Put32(span, tables + 16, Address);
            Put32(span, tables + 20, (uint)resources.Length);
        }

        if (SignatureLength > 0)
        {
            Put32(span, tables + 32, (uint)(SectionAt + resources.Length));
            Put32(span, tables + 36, (uint)SignatureLength);
        }

        var section = Optional + optionalLength;
        Encoding.ASCII.GetBytes(".rsrc").CopyTo(span[section..]);
        Put32(span, section + 8, (uint)resources.Length);
        Put32(span, section + 12, Address);
        Put32(span, section + 16, (uint)resources.Length);
        Put32(span, section + 20, SectionAt);
        resources.CopyTo(span[SectionAt..]);
        return file;
    }

    /// <summary>
    /// Returns the resource tree with one chain of type, name, language, data entry and data for each resource, which keeps offsets simple.
    /// </summary>
    private byte[] Tree()
    {
        var tree = new List<byte>();
        var root = 16 + (Resources.Count * 8);
        Grow(tree, root);
        var named = Resources.Count(r => r.Type is string);
        Set16(tree, 12, named);
        Set16(tree, 14, Resources.Count - named);
        foreach (var (i, (type, name, data)) in Resources.OrderBy(r => r.Type is string ? 0 : 1).Index())
        {
            var entry = 16 + (i * 8);
            Set32(tree, entry, type is string text ? Name(tree, text) | 0x8000_0000 : (uint)(int)type);
            var names = Directory(tree, name is not null);
            Set32(tree, entry + 4, (uint)names | 0x8000_0000);
            Set32(tree, names + 16, name is not null ? Name(tree, name) | 0x8000_0000 : 1);
            var languages = Directory(tree, named: false);
            Set32(tree, names + 20, (uint)languages | 0x8000_0000);
            Set32(tree, languages + 16, 1033);
            var leaf = tree.Count;
            Grow(tree, 16);
            Set32(tree, languages + 20, (uint)leaf);
            Set32(tree, leaf, (uint)(Address + tree.Count));
            Set32(tree, leaf + 4, (uint)data.Length);
            tree.AddRange(data);
            Grow(tree, (4 - (tree.Count % 4)) % 4);
        }

        return [.. tree];
    }

    private static int Directory(List<byte> tree, bool named)
    {
        var at = tree.Count;
        Grow(tree, 24);
        Set16(tree, at + (named ? 12 : 14), 1);
        return at;
    }

    private static uint Name(List<byte> tree, string text)
    {
        var at = tree.Count;
        Grow(tree, 2);
        Set16(tree, at, text.Length);
        tree.AddRange(Encoding.Unicode.GetBytes(text));
        Grow(tree, (4 - (tree.Count % 4)) % 4);
        return (uint)at;
    }

    private static byte[] VersionInfo(string product, string file, ushort[] v)
    {
        byte[] numbers = new byte[52];
        Put32(numbers, 0, 0xFEEF_04BD);
        (int At, ushort Value)[] parts = [(10, v[0]), (8, v[1]), (14, v[2]), (12, v[3])];
        foreach (var (at, value) in parts)
        {
            Put16(numbers, at, value);
        }

        var table = Block(
            "040904B0",
            1,
            [],
            Text("CompanyName", "Northwind"),
            Text("ProductName", product),
            Text("OriginalFilename", file)
        );
        return Block("VS_VERSION_INFO", 0, numbers, Block("StringFileInfo", 1, [], table));
    }

    private static byte[] Text(string name, string value) => Block(name, 1, Encoding.Unicode.GetBytes(value + '\0'));

    private static byte[] Block(string key, int type, byte[] value, params byte[][] children)
    {
        var block = new List<byte>();
        Grow(block, 6);
        block.AddRange(Encoding.Unicode.GetBytes(key + '\0'));
        Pad(block);
        block.AddRange(value);
        foreach (var child in children)
        {
            Pad(block);
            block.AddRange(child);
        }

        Set16(block, 0, block.Count);
        Set16(block, 2, type == 1 ? value.Length / 2 : value.Length);
        Set16(block, 4, type);
        return [.. block];
    }

    private static void Pad(List<byte> bytes) => Grow(bytes, (4 - (bytes.Count % 4)) % 4);

    private static void Grow(List<byte> bytes, int count) => bytes.AddRange(new byte[count]);

    private static void Set16(List<byte> bytes, int at, int value) => (bytes[at], bytes[at + 1]) = ((byte)value, (byte)(value >> 8));

    private static void Set32(List<byte> bytes, int at, uint value)
    {
        Set16(bytes, at, (ushort)value);
        Set16(bytes, at + 2, (int)(value >> 16));
    }

    private static void Put16(Span<byte> to, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(to[at..], value);

    private static void Put32(Span<byte> to, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(to[at..], value);
}
