using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MamConsole.Demo;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.PolicyEngine.NetworkBoundary;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace MamConsole.Benchmarks;

/// <summary>
/// Measures the work of the server for one key press in the form of a policy with 2,000 app rules and 3,000 network entries: validation,
/// sentences, comparison and nodes. It is compared with writing and reading the same document as JSON, which is the minimum cost of saving
/// it. The left time of the table must stay under 200 ms.
/// </summary>
internal static class EditBenchmark
{
    private const int Apps = 2_000;
    private const int Hosts = 1_500;
    private const int Ranges = 1_000;
    private const int Names = 500;

    private static readonly Administrator Author = new(
        Guid.NewGuid(),
        "Benchmark",
        new[] { AppRole.Author, AppRole.Publisher }.ToFrozenSet()
    );

    public static async Task<Comparison> RunAsync(DemoHost host, int rounds)
    {
        var services = host.Services;
        var queries = services.GetRequiredService<PolicyQueries>();
        var policyId = Value(
            await services.GetRequiredService<CreatePolicy>().ExecuteAsync(Author, "Large", Large(), CancellationToken.None)
        );
        var detail = Value(await queries.GetAsync(Author, policyId, CancellationToken.None));
        var typed = 0;
        return await Comparison.MeasureAsync(
            "A keystroke in a policy of 2,000 app rules and 3,000 network entries",
            "its document serialized to JSON and deserialized",
            Math.Max(rounds / 4, 1),
            Edit,
            Json
        );

        Task<TimeSpan> Edit()
        {
            var rows = detail.Draft.NetworkBoundary.NeutralResources;
            var draft = detail.Draft with
            {
                NetworkBoundary = detail.Draft.NetworkBoundary with
                {
                    NeutralResources = [.. rows, string.Create(CultureInfo.InvariantCulture, $"typed{++typed}.contoso.example")],
                },
            };
            var began = Stopwatch.GetTimestamp();
            var review = queries.Review(draft, detail);
            var statements = PolicyWords.Describe(draft).ToArray();
            var duration = Stopwatch.GetElapsedTime(began);
            return review.Nodes is { Nodes.Count: > 5 } && statements.Length > 5
                ? Task.FromResult(duration)
                : throw new InvalidOperationException(
                    string.Join(
                        ' ',
                        review
                            .Review.Findings.Where(f => f.Severity == Severity.Block)
                            .Select(f => f.Message)
                            .Prepend("The large policy is not valid.")
                    )
                );
        }

        Task<TimeSpan> Json()
        {
            var began = Stopwatch.GetTimestamp();
            var back = JsonSerializer.Deserialize<WrittenPolicy>(
                JsonSerializer.SerializeToUtf8Bytes(detail.Draft, WrittenPolicy.Json),
                WrittenPolicy.Json
            );
            var duration = Stopwatch.GetElapsedTime(began);
            return back is not null ? Task.FromResult(duration) : throw new InvalidOperationException("Nothing was read.");
        }
    }

    private static WrittenPolicy Large() =>
        new()
        {
            Assignment = new AssignmentSettings { To = AssignmentKind.Nobody },
            InformationProtection = new InformationProtectionSettings
            {
                Mode = ProtectionMode.AllowOverrides,
                EnterpriseIds = ["contoso.example"],
            },
            AppRules = new AppRulesSettings { Allowed = Each(Apps, App) },
            NetworkBoundary = new NetworkBoundarySettings
            {
                CloudResources = Each(
                    Hosts,
                    i => new CloudResource { Host = string.Create(CultureInfo.InvariantCulture, $"site{i}.contoso.example") }
                ),
                IpRanges = Each(Ranges, Range),
                DomainNames = Each(Names, i => string.Create(CultureInfo.InvariantCulture, $"branch{i}.contoso.example")),
                NeutralResources = ["login.microsoftonline.com", "login.windows.net"],
            },
        };

    private static AppRule App(int i) =>
        i % 2 == 0
            ? new AppRule.StoreApp
            {
                Publisher = "CN=Contoso, O=Contoso, C=SE",
                PackageName = string.Create(CultureInfo.InvariantCulture, $"Contoso.App{i}"),
            }
            : new AppRule.DesktopApp
            {
                Publisher = "O=CONTOSO, L=LUND, S=SKANE, C=SE",
                Product = string.Create(CultureInfo.InvariantCulture, $"CONTOSO TOOL {i}"),
                Binary = string.Create(CultureInfo.InvariantCulture, $"TOOL{i}.EXE"),
                LowVersion = "1.0.0.0",
            };

    private static AddressRange Range(int i)
    {
        var net = string.Create(CultureInfo.InvariantCulture, $"10.{i / 250}.{i % 250}.");
        return new AddressRange { First = net + "0", Last = net + "255" };
    }

    private static ValueList<T> Each<T>(int count, Func<int, T> make) => Enumerable.Range(0, count).Select(make).ToValueList();

    private static T Value<T>(Outcome<T> outcome) =>
        outcome.Match(value => value, problem => throw new InvalidOperationException(problem.Message));
}
