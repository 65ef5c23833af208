using BenchmarkDotNet.Attributes;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.PolicyEngine;

namespace MamConsole.Benchmarks;

/// <summary>
/// The operations that run for each device message and for each review of a policy; <see cref="AllocationRun"/> measures them.
/// </summary>
/// <remarks>BenchmarkDotNet finds the methods by reflection and requires a public class that is not sealed.</remarks>
public class AllocationBenchmarks
{
    internal static readonly SyncMLMessage Message = ParseBenchmark.Message();

    internal static readonly byte[] MessageBytes = SyncMLWriter.Write(Message);

    internal static readonly WrittenPolicy Before = GoldenPolicy.Written;

    /// <summary>The next version: rows are changed, added and removed, and one setting is unset.</summary>
    internal static readonly WrittenPolicy After = Before with
    {
        InformationProtection = Before.InformationProtection with { ShowIcons = null },
        AppRules = Before.AppRules with { Exempt = [] },
        NetworkBoundary = Before.NetworkBoundary with
        {
            DomainNames = ["corp.northwind.example"],
            IpRanges = [new() { First = "10.20.0.0", Last = "10.21.255.255" }],
        },
    };

    private static readonly CompilerOptions Options = new("MamConsole", Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d"));

    private static readonly Valid<Policy> Valid =
        PolicyValidator
            .Validate(
                Before,
                new PolicyContext(
                    null,
                    new TenantFacts(Options.TenantId, Options.ProviderId, new Uri("https://mam.contoso.example/mam/enroll")),
                    null,
                    new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero)
                )
            )
            .Valid
        ?? throw new InvalidOperationException("The golden policy is not valid.");

    [Benchmark]
    public object ReadMessage() => SyncMLReader.Read(MessageBytes);

    [Benchmark]
    public object WriteMessage() => SyncMLWriter.Write(Message);

    [Benchmark]
    public CompiledPolicy CompileGolden() => PolicyCompiler.Compile(Valid, Options);

    [Benchmark]
    public object CompareVersions() => PolicyDiff.Compare(Before, After);
}
