using System.Buffers.Binary;

namespace MamConsole.PolicyEngine.ProgramFiles;

/// <summary>Reads numbers from bytes that may be truncated.</summary>
/// <param name="All">The bytes.</param>
/// <param name="What">A description of the bytes, for error messages.</param>
internal readonly record struct Bytes(ReadOnlyMemory<byte> All, string What)
{
    public bool Has(uint at, uint count) => (ulong)at + count <= (ulong)All.Length;

    public ushort UInt16(uint at) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(at, 2).Span);

    public uint UInt32(uint at) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(at, 4).Span);

    /// <exception cref="DamagedProgramException">The bytes end before the number.</exception>
    public ReadOnlyMemory<byte> Slice(uint at, uint count) =>
        Has(at, count)
            ? All.Slice((int)at, (int)count)
            : throw new DamagedProgramException($"The file is damaged or truncated: it ends within {What}.");
}
