using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Benchmarks;

/// <summary>Measures allocated bytes with BenchmarkDotNet, which counts them exactly; the measured times are ignored.</summary>
internal static class AllocationRun
{
    /// <summary>Runs each method of <see cref="AllocationBenchmarks"/> for a short time in this process.</summary>
    /// <param name="folder">The folder for the reports of BenchmarkDotNet.</param>
    public static IReadOnlyList<AllocationRow> Run(string folder)
    {
        var summary = BenchmarkRunner.Run<AllocationBenchmarks>(
            ManualConfig
                .CreateEmpty()
                .WithArtifactsPath(folder)
                .AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance))
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddLogger(NullLogger.Instance)
        );
        var message = AllocationBenchmarks.MessageBytes.Length;
        var versions = JsonLength(AllocationBenchmarks.Before) + JsonLength(AllocationBenchmarks.After);
        return
        [
            Row(summary, nameof(AllocationBenchmarks.ReadMessage), "Read a results message", "its bytes", message, 6.1),
            Row(summary, nameof(AllocationBenchmarks.WriteMessage), "Write the same message", "its bytes", message, 4.6),
            Row(
                summary,
                nameof(AllocationBenchmarks.CompileGolden),
                "Compile the golden policy",
                "addresses and values of its nodes",
                NodesLength(new AllocationBenchmarks().CompileGolden()),
                26
            ),
            Row(
                summary,
                nameof(AllocationBenchmarks.CompareVersions),
                "Compare two versions of it",
                "both documents as JSON",
                versions,
                26
            ),
        ];
    }

    private static AllocationRow Row(Summary summary, string method, string what, string against, long size, double limit)
    {
        var report = summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        var allocated =
            (report.Success ? report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) : null)
            ?? throw new InvalidOperationException($"{method} was not measured.");
        return new AllocationRow(what, against, allocated, size, limit);
    }

    private static long JsonLength(WrittenPolicy policy) => JsonSerializer.SerializeToUtf8Bytes(policy, WrittenPolicy.Json).Length;

    private static long NodesLength(CompiledPolicy policy) =>
        policy.Nodes.Sum(node => (long)Encoding.UTF8.GetByteCount(node.LocUri) + Encoding.UTF8.GetByteCount(node.Value));
}
