using System.Buffers.Binary;
using CsCheck;
using MamConsole.PolicyEngine.ProgramFiles;

namespace MamConsole.Tests.PolicyEngine.ProgramFiles;

/// <summary>
/// Programs with changed bytes, cut short and with a tail: each is read or rejected, at a cost that the file's length bounds.
/// </summary>
public sealed class ProgramFilePropertyTests
{
    private const int HeadersLength = 0x200;

    /// <summary>
    /// What the reader may allocate besides what grows with the file, in bytes: 32,767 section headers that a count promises, and 20,000
    /// entries of resources with names of 256 letters.
    /// </summary>
    private const int FixedCost = 16 * 1024 * 1024;

    /// <summary>Bytes allocated for each byte of the file at most: a section's 40 bytes become a header and a name.</summary>
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
        // Has a header of .NET and metadata too.
        File.ReadAllBytes(typeof(ProgramFileReader).Assembly.Location),
    ];

    private static readonly uint[] Edges = [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0010, 0xFFFF_FFFE, 0xFFFF_FFFF];

    /// <summary>Counts, offsets and lengths: any, those near the beginning, and the edges of their types.</summary>
    private static readonly Gen<uint> Number = Gen.OneOf(Gen.UInt, Gen.UInt[0, 0x1200], Gen.Int[0, Edges.Length - 1].Select(i => Edges[i]));

    /// <summary>Where, how many bytes, and what; half of the places are in the headers.</summary>
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
            long Allocated(int tail)
            {
                byte[] file = [.. program, .. new byte[tail]];
                ProgramFileReader.Read(file);
                var before = GC.GetAllocatedBytesForCurrentThread();
                ProgramFileReader.Read(file);
                return GC.GetAllocatedBytesForCurrentThread() - before;
            }

            Assert.Equal(Allocated(0), Allocated(8 * 1024 * 1024));
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
