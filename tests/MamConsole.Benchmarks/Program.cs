using MamConsole.Benchmarks;
using MamConsole.Demo;

// Each figure is a ratio of two operations measured alternately in the same run: absolute times depend on the machine, ratios on the code.
var rounds = args is [var given] && int.TryParse(given, out var number) ? number : 200;
var data = Directory.CreateTempSubdirectory("mamconsole-bench-").FullName;
try
{
    if (args is ["--allocation"])
    {
        var rows = AllocationRun.Run(data);
        Console.WriteLine(AllocationRow.Table(rows));
        return rows.All(row => row.IsWithinLimit) ? 0 : 1;
    }

    string[] demo = ["--console-url", "http://localhost:0", "--tenant-url", "http://localhost:0", "--devices", "0", "--data", data];
    if (!DemoOptions.TryParse(demo, out var options, out var rejection))
    {
        throw new InvalidOperationException(rejection);
    }

    await using var host = await DemoHost.StartAsync(options, CancellationToken.None);

    var table = new List<Comparison> { await ParseBenchmark.RunAsync(rounds) };
    table.AddRange(await SessionBenchmark.RunAsync(host, rounds));
    table.Add(await EditBenchmark.RunAsync(host, rounds));
    table.Add(await DevicePageBenchmark.RunAsync(host, rounds));
    Console.WriteLine(Comparison.Table(table));
    return 0;
}
finally
{
    Directory.Delete(data, recursive: true);
}
