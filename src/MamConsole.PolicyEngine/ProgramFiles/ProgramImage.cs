namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>The headers of a Portable Executable file (PE/COFF): what it is, and where in the file its addresses lie.</summary>
internal sealed class ProgramImage
{
    private const int ResourceTable = 2;
    private const int CertificateTable = 4;

    // Windows itself loads no more.
    private const int MaximumSections = 96;

    private readonly ReadOnlyMemory<byte> file;
    private readonly List<Section> sections = [];

    private ProgramImage(ReadOnlyMemory<byte> file) => this.file = file;

    public bool IsLibrary { get; private init; }

    public string Architecture { get; private init; } = "";

    public bool IsSigned { get; private init; }

    /// <summary>Address and length of the resources; length 0 = none.</summary>
    public (uint Address, uint Length) Resources { get; private init; }

    /// <exception cref="DamagedProgramException">It is no program.</exception>
    public static ProgramImage Open(ReadOnlyMemory<byte> file)
    {
        var bytes = new Bytes(file, "the headers");
        Ensure(
            file.Length >= 2 && file.Span[0] == 'M' && file.Span[1] == 'Z',
            "This is no program file: it does not begin as .exe and .dll files do."
        );
        Ensure(file.Length >= 0x40, "The file ends within its first header.");
        var pe = bytes.UInt32(0x3C);
        Ensure(
            bytes.Has(pe, 24) && bytes.UInt32(pe) == 0x0000_4550,
            "This is no Windows program: the mark PE is not where its header says."
        );

        var coff = pe + 4;
        var count = bytes.UInt16(coff + 2);
        var optionalLength = bytes.UInt16(coff + 16);
        var optional = coff + 20;
        Ensure(bytes.Has(optional, optionalLength) && optionalLength >= 2, "The file ends within its headers.");
        var magic = bytes.UInt16(optional);
        Ensure(magic is 0x10B or 0x20B, "Its header is neither that of a 32-bit nor of a 64-bit program.");
        var tables = optional + (magic == 0x20B ? 112u : 96u);
        Ensure(tables <= optional + optionalLength, "The file ends within its headers.");
        var tableCount = Math.Min(bytes.UInt32(tables - 4), (optional + optionalLength - tables) / 8);

        var image = new ProgramImage(file)
        {
            IsLibrary = (bytes.UInt16(coff + 18) & 0x2000) != 0,
            Architecture = bytes.UInt16(coff) switch
            {
                0x8664 => "x64",
                0x14C => "x86",
                0xAA64 => "Arm64",
                _ => "another processor",
            },
            IsSigned = Table(CertificateTable) is { Address: > 0, Length: > 8 } signature && bytes.Has(signature.Address, signature.Length),
            Resources = Table(ResourceTable),
        };
        Ensure(count <= MaximumSections, "It has more sections than any program that Windows loads.");
        for (var i = 0u; i < count; i++)
        {
            var at = optional + optionalLength + (i * 40);
            image.sections.Add(new Section(bytes.UInt32(at + 12), bytes.UInt32(at + 8), bytes.UInt32(at + 20), bytes.UInt32(at + 16)));
        }

        return image;

        (uint Address, uint Length) Table(uint index) =>
            index < tableCount ? (bytes.UInt32(tables + (index * 8)), bytes.UInt32(tables + (index * 8) + 4)) : (0, 0);
    }

    /// <summary>The bytes at an address, as far as its section has them in the file.</summary>
    /// <exception cref="DamagedProgramException">No section holds it, or the file ends before.</exception>
    public ReadOnlyMemory<byte> At(uint address, string what)
    {
        foreach (var section in sections)
        {
            var length = Math.Min(section.RawLength, file.Length - (long)section.Raw);
            if (address >= section.Address && address - section.Address < length)
            {
                return file.Slice((int)(section.Raw + (address - section.Address)), (int)(length - (address - section.Address)));
            }
        }

        throw new DamagedProgramException($"The file is damaged or cut short: {what} lie where the file has nothing.");
    }

    private static void Ensure(bool holds, string reason)
    {
        if (!holds)
        {
            throw new DamagedProgramException(reason);
        }
    }

    private sealed record Section(uint Address, uint Length, uint Raw, uint RawLength);
}
