using System.Buffers.Binary;
using MamConsole.PolicyEngine.ProgramFiles;

namespace MamConsole.Tests.PolicyEngine.ProgramFiles;

public sealed class ProgramFileReaderTests
{
    private static readonly ComposedProgram SampleProgram = new()
    {
        Resources = [ComposedProgram.WipAware, ComposedProgram.Version("Northwind Ledger", "Ledger.exe", 2, 1, 0, 7)],
        SignatureLength = 64,
    };

    [Fact]
    public void Read_ReturnsAllPropertiesOfMarkedProgram()
    {
        var program = Read(SampleProgram.Build());

        Assert.Equal((ProgramMark.WipAware, "x64", false, true), (program.Mark, program.Architecture, program.IsLibrary, program.IsSigned));
        Assert.Equal(
            ("Northwind Ledger", "Ledger.exe", "2.1.0.7", "Northwind"),
            (program.Product, program.OriginalName, program.Version, program.Company)
        );
        Assert.Equal(@"?\NORTHWIND LEDGER\LEDGER.EXE\2.1.0.7", program.Identity);
        Assert.Equal(64, program.Sha256.Length);
    }

    [Fact]
    public void Read_ReportsNoMarkWithoutResources() =>
        Assert.Equal(
            (ProgramMark.None, null, false),
            Read(new ComposedProgram().Build()) is var bare ? (bare.Mark, bare.Identity, bare.IsSigned) : default
        );

    [Fact]
    public void Read_IgnoresMarkWithOtherValue() =>
        Assert.Equal(
            ProgramMark.None,
            Read((SampleProgram with { Resources = [(ProgramFileReader.WipAwareType, null, [0, 0])] }).Build()).Mark
        );

    [Fact]
    public void Read_PrefersEnlightenedMarkAndAcceptsX86Libraries()
    {
        var program = Read(
            (
                SampleProgram with
                {
                    Machine = 0x14C,
                    IsLibrary = true,
                    Resources = [ComposedProgram.WipAware, ComposedProgram.Enlightened],
                }
            ).Build()
        );

        Assert.Equal((ProgramMark.Enlightened, "x86", true), (program.Mark, program.Architecture, program.IsLibrary));
    }

    /// <summary>Damaged files by their fault, each with a part of the reason for the rejection.</summary>
    public static TheoryData<string, byte[], string> Damaged
    {
        get
        {
            var file = SampleProgram.Build();
            return new()
            {
                { "empty", [], "does not begin" },
                { "a text", "MAM"u8.ToArray(), "does not begin" },
                { "an object file", [0x64, 0x86, .. file[2..]], "does not begin" },
                { "two letters", "MZ"u8.ToArray(), "not a Windows program" },
                { "no PE", Changed(file, 0x80, 0), "not a Windows program" },
                { "PE beyond the end", Changed(file, 0x3C, 0xFFFF_FFF0), "not a Windows program" },
                { "another header", Changed(file, 0x98, 0x1234), "not a Windows program" },
                { "a negative number of sections", Changed(file, 0x84, 0xFFFF_8664), "not a Windows program" },
                { "97 sections", Changed([.. new ComposedProgram().Build(), .. new byte[97 * 40]], 0x84, 0x0061_8664), "more sections" },
                { "15 data directories", Changed(file, 0x98 + 112 - 4, 15), "do not have the length" },
                { "a short optional header", Changed(file, 0x94, 0x0022_00E0), "do not have the length" },
                { "cut in the headers", file[..0xA0], "headers" },
                { "cut in the resources", file[..(ComposedProgram.ResourcesAt + 40)], "truncated" },
                { "resources nowhere", Changed(file, 0x98 + 112 + 16, 0x7000_0000), "outside of the file" },
                { "endless entries", Changed(file, ComposedProgram.ResourcesAt + 12, 0xFFFF_FFFF), "truncated" },
                { "data nowhere", DataNowhere(file, 0x0900_0000), "outside of the file" },
                { "data beyond 2 GB", DataNowhere(file, 0xFFFF_FFF0), "outside of the file" },
                { "a section beyond 2 GB", Changed(file, 0x98 + 240 + 20, 0x8000_0000), "outside of the file" },
                { "a section of negative length", Changed(file, 0x98 + 240 + 16, 0xFFFF_FFFF), "outside of the file" },
                { "a section that is not in the file", Changed(file, 0x98 + 240 + 20, 0x0010_0000), "outside of the file" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Read_RejectsDamagedFileWithReason(string what, byte[] file, string reason)
    {
        var rejected = Assert.IsType<ProgramReading.Rejected>(ProgramFileReader.Read(file));

        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(what));
    }

    [Fact]
    public void Read_EndsOnCircularDirectories()
    {
        // The directory of the type is the root again, and so on: the reader follows three levels and expects data at the fourth.
        var file = Changed(SampleProgram.Build(), ComposedProgram.ResourcesAt + 20, 0x8000_0000);

        Assert.Equal(ProgramMark.None, Read(file).Mark);
    }

    [Fact]
    public void Read_RejectsTooManyResourceEntries()
    {
        // The root has 3,000 entries of the requested type, each of which points back to the root: this makes 27 billion paths.
        var root = new byte[16 + (3_000 * 8)];
        BinaryPrimitives.WriteUInt16LittleEndian(root.AsSpan(14), 3_000);
        for (var at = 16; at < root.Length; at += 8)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(root.AsSpan(at), 16);
            BinaryPrimitives.WriteUInt32LittleEndian(root.AsSpan(at + 4), 0x8000_0000);
        }

        var file = (SampleProgram with { Resources = [(16, null, root)] }).Build();
        var composed = file.AsSpan(ComposedProgram.ResourcesAt);
        root.CopyTo(composed);

        Assert.Contains(
            "too many entries",
            Assert.IsType<ProgramReading.Rejected>(ProgramFileReader.Read(file)).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_RejectsTooLargeFile() =>
        Assert.Contains(
            "64 MB",
            Assert.IsType<ProgramReading.Rejected>(ProgramFileReader.Read(new byte[ProgramFileReader.MaximumBytes + 1])).Reason,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_NeverThrowsOnTenThousandDamagedFiles()
    {
        var sound = SampleProgram.Build();
        var random = new Random(20_260_601);
        var (read, rejected) = (0, 0);
        for (var i = 0; i < 10_000; i++)
        {
            var file = sound.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                var at = random.Next(file.Length);
                file[at] = random.Next(3) switch
                {
                    0 => 0xFF,
                    1 => 0,
                    _ => (byte)random.Next(256),
                };
            }

            _ = ProgramFileReader
                .Read(file.AsMemory(0, random.Next(4) == 0 ? random.Next(file.Length) : file.Length))
                .Match(_ => read++, _ => rejected++);
        }

        Assert.True(read > 1_000 && rejected > 1_000, $"{read} were read and {rejected} refused.");
    }

    private static ProgramFile Read(byte[] file) =>
        ProgramFileReader.Read(file).Match(program => program, reason => throw new InvalidOperationException(reason));

    private static byte[] Changed(byte[] file, int at, uint value)
    {
        var changed = file.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(changed.AsSpan(at), value);
        return changed;
    }

    private static byte[] DataNowhere(byte[] file, uint address)
    {
        var at = file.AsSpan(ComposedProgram.ResourcesAt);
        var names = (int)(BinaryPrimitives.ReadUInt32LittleEndian(at[20..]) & 0x7FFF_FFFF);
        var languages = (int)(BinaryPrimitives.ReadUInt32LittleEndian(at[(names + 20)..]) & 0x7FFF_FFFF);
        var leaf = (int)BinaryPrimitives.ReadUInt32LittleEndian(at[(languages + 20)..]);
        return Changed(file, ComposedProgram.ResourcesAt + leaf, address);
    }
}
