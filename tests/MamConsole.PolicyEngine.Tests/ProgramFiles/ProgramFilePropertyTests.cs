using System.Buffers.Binary;
using CsCheck;
using MamConsole.PolicyEngine.ProgramFiles;

namespace MamConsole.Tests.PolicyEngine.ProgramFiles;

/// <summary>
/// Tests programs with changed bytes, truncated ones and ones with appended bytes: each is read or rejected at a cost that is bounded by
/// the length of the file.
/// </summary>
public sealed class ProgramFilePropertyTests
{
    private const int HeadersLength = 0x200;

    /// <summary>
    /// The bytes that the reader may allocate regardless of the length of the file: 32,767 section headers that a count declares, and
    /// 20,000 resource entries with names of 256 letters.
    /// </summary>
    private const int FixedCost = 16 * 1024 * 1024;

    /// <summary>
    /// The maximum number of bytes allocated for each byte of the file: the 40 bytes of a section become a header and a name.
    /// </summary>
    private const int CostPerByte = 4;

    private static readonly byte[][] Programs =
    [
        new ComposedProgram
        {
            Resources = [ComposedProgram.WipAware, ComposedProgram.Version("Northwind Ledger", "Ledger.exe", 2, 1, 0, 7)],
            SignatureLength = 64,
        }.Build(),
        new ComposedProgram
        {
            Machine = 0x14C,
            IsLibrary = true,
            Resources = [ComposedProgram.Enlightened],
        }.Build(),
        // This file also has a .NET header and metadata.
        File.ReadAllBytes(typeof(ProgramFileReader).Assembly.Location),
    ];

    private static readonly uint[] Edges = [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0010, 0xFFFF_FFFE, 0xFFFF_FFFF];

    /// <summary>Generates counts, offsets and lengths: any values, values near the beginning, and the limits of their types.</summary>
    private static readonly Gen<uint> Number = Gen.OneOf(Gen.UInt, Gen.UInt[0, 0x1200], Gen.Int[0, Edges.Length - 1].Select(i => Edges[i]));

    /// <summary>Generates the position, the width in bytes and the value of a change; half of the positions are in the headers.</summary>
    private static readonly Gen<(int At, int Width, uint Value)> Change = Gen.Select(
        Gen.OneOf(Gen.Int[0, HeadersLength], Gen.Int[0, int.MaxValue]),
        Gen.Int[0, 2].Select(i => 1 << i),
        Number
    );

    [Fact]
    public void Read_AnswersEveryMutatedProgramWithinTheBoundOfItsLength() =>
        Gen.Select(Gen.Int[0, Programs.Length - 1], Change.Array[1, 8], Gen.OneOf(Gen.Const(1.0), Gen.Double[0, 1]), Gen.Int[0, 50_000])
            .Sample(
                (program, changes, part, tail) =>
                {
                    var file = Mutate(Programs[program], changes, part, tail);
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    var reading = ProgramFileReader.Read(file);
                    var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

                    Assert.InRange(allocated, 0, FixedCost + ((long)CostPerByte * file.Length));
                    _ = reading.Match(
                        read =>
                        {
                            Assert.Equal(64, read.Sha256.Length);
                            Assert.DoesNotContain(read.Product + read.OriginalName + read.Company + read.Description, char.IsControl);
                            return true;
                        },
                        reason =>
                        {
                            Assert.EndsWith(".", reason, StringComparison.Ordinal);
                            return false;
                        }
                    );
                },
                iter: Iterations.Of(2_000)
            );

    [Fact]
    public void Read_CopiesNothingOfWhatFollowsTheSections()
    {
        foreach (var program in Programs)
        {
            long Allocated(int length)
            {
                byte[] file = [.. program, .. new byte[length]];
                ProgramFileReader.Read(file);
                var before = GC.GetAllocatedBytesForCurrentThread();
                ProgramFileReader.Read(file);
                return GC.GetAllocatedBytesForCurrentThread() - before;
            }

            // The runtime may allocate for itself meanwhile; a copy of the tail would be far beyond that.
            const int tail = 8 * 1024 * 1024;
            Assert.InRange(Allocated(tail), 0, Allocated(0) + (tail / 4));
        }
    }

    private static byte[] Mutate(byte[] program, (int At, int Width, uint Value)[] changes, double part, int tail)
    {
        var file = new byte[(int)(program.Length * part) + tail];
        program.AsSpan(0, (int)(program.Length * part)).CopyTo(file);
        Span<byte> value = stackalloc byte[4];
        foreach (var (at, width, number) in changes)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(value, number);
            for (var i = 0; i < width && file.Length > 0; i++)
            {
                file[(int)(((long)at + i) % file.Length)] = value[i];
            }
        }

        return file;
    }
}
