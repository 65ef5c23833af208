using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Xml;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Benchmarks;

/// <summary>Compares reading a results message with an XmlReader that only reads the same bytes.</summary>
internal static class ParseBenchmark
{
    private const int PerRound = 50;
    private const int Statuses = 40;
    private const int Results = 20;

    public static Task<Comparison> RunAsync(int rounds)
    {
        var bytes = SyncMLWriter.Write(Message());
        return Comparison.MeasureAsync(
            string.Create(CultureInfo.InvariantCulture, $"Read a results message of {bytes.Length / 1024.0:0.0} KB into records"),
            "`XmlReader` reads the same bytes",
            rounds,
            () => TimeAsync(() => SyncMLReader.Read(bytes)),
            () => TimeAsync(() => Walk(bytes))
        );
    }

    private static Task<TimeSpan> TimeAsync(Action once)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < PerRound; i++)
        {
            once();
        }

        return Task.FromResult(Stopwatch.GetElapsedTime(began) / PerRound);
    }

    private static void Walk(byte[] bytes)
    {
        using var xml = XmlReader.Create(
            new MemoryStream(bytes),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
        );
        while (xml.Read()) { }
    }

    /// <summary>Returns the response of a device to a message with 40 writes and 20 reads.</summary>
    public static SyncMLMessage Message()
    {
        var commands = ImmutableArray.CreateBuilder<SyncCommand>();
        commands.Add(new SyncCommand.Status("1", 2, "0", "SyncHdr", StatusCode.Ok));
        for (var i = 0; i < Statuses; i++)
        {
            commands.Add(new SyncCommand.Status(Id(commands.Count + 1), 2, Id(1002 + i), "Replace", StatusCode.Ok));
        }

        for (var i = 0; i < Results; i++)
        {
            var item = new SyncItem(
                Source: string.Create(
                    CultureInfo.InvariantCulture,
                    $"./Device/Vendor/MSFT/Policy/Result/NetworkIsolation/EnterpriseNetworkDomainNames{i}"
                ),
                Format: "chr",
                Data: "contoso.example,corp.contoso.example,files.contoso.example"
            );
            commands.Add(new SyncCommand.Results(Id(commands.Count + 1), 2, Id(1002 + Statuses + i), [item]));
        }

        return new SyncMLMessage(
            new SyncHeader(
                "4A",
                3,
                "https://mam.contoso.example/mam/sync/0198f1c2-7d1f-7c2a-9b5e-3f1a5d9c7e21",
                "5A3D9B1C7E2F4D60A1B2C3D4E5F60718"
            ),
            commands.ToImmutable(),
            Final: true
        );
    }

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);
}
