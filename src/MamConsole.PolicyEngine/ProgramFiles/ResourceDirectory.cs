using System.Text;

namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>
/// The resources of a program: a tree of exactly three levels (type, name, language) above the data. Offsets may point anywhere, so the
/// depth is fixed, which excludes cycles, and the number of entries is limited.
/// </summary>
internal sealed class ResourceDirectory
{
    /// <summary>
    /// The maximum number of entries in one file; real programs have some thousand in all types together, and a few dozen types.
    /// </summary>
    private const int MaximumEntries = 20_000;

    private const uint HighBit = 0x8000_0000;
    private const int MaximumNameLength = 256;

    private readonly ProgramImage image;
    private readonly Bytes tree;
    private int looked;

    private ResourceDirectory(ProgramImage image, ReadOnlyMemory<byte> tree) =>
        (this.image, this.tree) = (image, new Bytes(tree, "the resources"));

    /// <summary>Returns null when the program has none.</summary>
    /// <exception cref="DamagedProgramException">The resources are outside of the file.</exception>
    public static ResourceDirectory? Open(ProgramImage image) =>
        image.Resources is { Address: not 0, Length: not 0 } at
            ? new ResourceDirectory(image, image.At(at.Address, "the resources"))
            : null;

    /// <summary>Returns the first resource of a named type; null when there is none.</summary>
    public ReadOnlyMemory<byte>? Find(string type) => First(at => IsNamed(at, type));

    /// <summary>Returns the first resource of a numbered type; null when there is none.</summary>
    public ReadOnlyMemory<byte>? Find(int type) => First(at => tree.UInt32(at) == (uint)type);

    private ReadOnlyMemory<byte>? First(Func<uint, bool> isType)
    {
        foreach (var type in Entries(0).Where(isType))
        {
            foreach (var name in Below(type))
            {
                foreach (var language in Below(name))
                {
                    var target = tree.UInt32(language + 4);
                    if ((target & HighBit) == 0)
                    {
                        return Data(target);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Returns the entries of the directory to which an entry points; none when it points to data.</summary>
    private IEnumerable<uint> Below(uint entry) =>
        tree.UInt32(entry + 4) is var target && (target & HighBit) != 0 ? Entries(target & ~HighBit) : [];

    /// <summary>Returns the offsets of a directory's entries.</summary>
    private IEnumerable<uint> Entries(uint directory)
    {
        var count = (uint)tree.UInt16(directory + 12) + tree.UInt16(directory + 14);
        for (var i = 0u; i < count; i++)
        {
            if (++looked > MaximumEntries)
            {
                throw new DamagedProgramException("The resources have too many entries, so the file was not read further.");
            }

            var at = (ulong)directory + 16 + ((ulong)i * 8);
            yield return at + 8 <= (ulong)tree.All.Length
                ? (uint)at
                : throw new DamagedProgramException("The file is damaged or truncated: it ends within the resources.");
        }
    }

    private bool IsNamed(uint entry, string type)
    {
        var name = tree.UInt32(entry);
        if ((name & HighBit) == 0)
        {
            return false;
        }

        var at = name & ~HighBit;
        var length = tree.UInt16(at);
        return length <= MaximumNameLength
            && Encoding.Unicode.GetString(tree.Slice(at + 2, (uint)length * 2).Span).Equals(type, StringComparison.OrdinalIgnoreCase);
    }

    private ReadOnlyMemory<byte> Data(uint entry)
    {
        // An address beyond 2 GB becomes negative, and no section contains it.
        var (address, length) = (unchecked((int)tree.UInt32(entry)), tree.UInt32(entry + 4));
        return new Bytes(image.At(address, "data of the resources"), "data of the resources").Slice(0, length);
    }
}
