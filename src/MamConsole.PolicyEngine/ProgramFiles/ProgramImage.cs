using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>
/// A Portable Executable file (PE/COFF): what its headers say, and where in the file its addresses lie. <see cref="PEHeaders"/> reads the
/// headers and the sections; the checks here are those that it leaves to its caller.
/// </summary>
internal sealed class ProgramImage
{
    // Windows itself loads no more.
    private const int MaximumSections = 96;

    // The linkers of all makers write this many, and PEHeaders reads this many whatever the header says.
    private const int DataDirectories = 16;
    private const int OptionalHeaderLength = 224;
    private const int WideOptionalHeaderLength = 240;

    // WIN_CERTIFICATE without its content: length, revision, type.
    private const int CertificateHeaderLength = 8;

    private readonly ReadOnlyMemory<byte> file;
    private readonly PEHeaders headers;

    private ProgramImage(ReadOnlyMemory<byte> file, PEHeaders headers, PEHeader optional)
    {
        (this.file, this.headers) = (file, headers);
        Resources = (optional.ResourceTableDirectory.RelativeVirtualAddress, optional.ResourceTableDirectory.Size);
        // The one directory entry that names an offset in the file and not an address in memory.
        var signature = optional.CertificateTableDirectory;
        IsSigned =
            signature is { RelativeVirtualAddress: > 0, Size: > CertificateHeaderLength }
            && (long)signature.RelativeVirtualAddress + signature.Size <= file.Length;
    }

    public bool IsLibrary => headers.IsDll;

    public string Architecture =>
        headers.CoffHeader.Machine switch
        {
            Machine.Amd64 => "x64",
            Machine.I386 => "x86",
            Machine.Arm64 => "Arm64",
            _ => "another processor",
        };

    public bool IsSigned { get; }

    /// <summary>Address and length of the resources, in bytes; length 0 = none.</summary>
    public (int Address, int Length) Resources { get; }

    /// <exception cref="DamagedProgramException">It is no program.</exception>
    public static ProgramImage Open(ReadOnlyMemory<byte> file)
    {
        // PEHeaders takes anything without the mark for an object file.
        Ensure(file.Span is [(byte)'M', (byte)'Z', ..], "This is no program file: it does not begin as .exe and .dll files do.");
        var headers = Read(file);
        Ensure(headers.SectionHeaders.Length <= MaximumSections, "It has more sections than any program that Windows loads.");
        var length = headers.PEHeader?.Magic == PEMagic.PE32Plus ? WideOptionalHeaderLength : OptionalHeaderLength;
        return headers.PEHeader is { NumberOfRvaAndSizes: DataDirectories } optional && headers.CoffHeader.SizeOfOptionalHeader == length
            ? new ProgramImage(file, headers, optional)
            : throw new DamagedProgramException(
                "Its headers have another length than those that linkers write: it was not looked at further."
            );
    }

    /// <summary>The bytes at an address, as far as its section has them in the file.</summary>
    /// <exception cref="DamagedProgramException">No section holds it, or the file ends before.</exception>
    public ReadOnlyMemory<byte> At(int address, string what)
    {
        if (headers.GetContainingSectionIndex(address) is >= 0 and var index)
        {
            // Each number is the file's own: a sum of two may be larger than an int, and any of them negative.
            var section = headers.SectionHeaders[index];
            var inside = (long)address - section.VirtualAddress;
            var length = Math.Min(section.SizeOfRawData, (long)file.Length - section.PointerToRawData) - inside;
            if (section.PointerToRawData >= 0 && inside >= 0 && length > 0)
            {
                return file.Slice((int)(section.PointerToRawData + inside), (int)length);
            }
        }

        throw new DamagedProgramException($"The file is damaged or cut short: {what} lie where the file has nothing.");
    }

    private static PEHeaders Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var stream = MemoryMarshal.TryGetArray(file, out var bytes)
                ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
                : new MemoryStream(file.ToArray(), writable: false);
            return new PEHeaders(stream);
        }
        catch (Exception unreadable) when (unreadable is BadImageFormatException or IOException)
        {
            throw new DamagedProgramException("This is no Windows program for 32 or 64 bits, or its headers are damaged or cut short.");
        }
    }

    private static void Ensure(bool holds, string reason)
    {
        if (!holds)
        {
            throw new DamagedProgramException(reason);
        }
    }
}
