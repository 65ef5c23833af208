using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>
/// A Portable Executable file (PE/COFF): its headers, and the file offsets of its addresses. <see cref="PEHeaders"/> reads the headers and
/// the sections; this class adds the checks that it does not make.
/// </summary>
internal sealed class ProgramImage
{
    // Windows does not load files with more sections.
    private const int MaximumSections = 96;

    // All linkers write this number of entries, and PEHeaders reads this number regardless of the header.
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
        // The only directory entry that contains a file offset instead of an address in memory.
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

    /// <summary>The address and length of the resources, in bytes; length 0 = none.</summary>
    public (int Address, int Length) Resources { get; }

    /// <exception cref="DamagedProgramException">The file is not a program.</exception>
    public static ProgramImage Open(ReadOnlyMemory<byte> file)
    {
        // PEHeaders treats any file without the MZ signature as an object file.
        Ensure(file.Span is [(byte)'M', (byte)'Z', ..], "This is not a program file: it does not begin like .exe and .dll files.");
        var headers = Read(file);
        Ensure(headers.SectionHeaders.Length <= MaximumSections, "The file has more sections than Windows supports.");
        var length = headers.PEHeader?.Magic == PEMagic.PE32Plus ? WideOptionalHeaderLength : OptionalHeaderLength;
        return headers.PEHeader is { NumberOfRvaAndSizes: DataDirectories } optional && headers.CoffHeader.SizeOfOptionalHeader == length
            ? new ProgramImage(file, headers, optional)
            : throw new DamagedProgramException("The headers do not have the length that linkers write, so the file was not read further.");
    }

    /// <summary>Returns the bytes at an address, as far as its section contains them in the file.</summary>
    /// <exception cref="DamagedProgramException">No section contains the address, or the file ends before it.</exception>
    public ReadOnlyMemory<byte> At(int address, string what)
    {
        if (headers.GetContainingSectionIndex(address) is >= 0 and var index)
        {
            // The numbers come from the file: a sum of two may exceed an int, and any of them may be negative.
            var section = headers.SectionHeaders[index];
            var inside = (long)address - section.VirtualAddress;
            var length = Math.Min(section.SizeOfRawData, (long)file.Length - section.PointerToRawData) - inside;
            if (section.PointerToRawData >= 0 && inside >= 0 && length > 0)
            {
                return file.Slice((int)(section.PointerToRawData + inside), (int)length);
            }
        }

        throw new DamagedProgramException($"The file is damaged or truncated: {what} are outside of the file.");
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
            throw new DamagedProgramException("This is not a Windows program for 32 or 64 bits, or its headers are damaged or truncated.");
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
