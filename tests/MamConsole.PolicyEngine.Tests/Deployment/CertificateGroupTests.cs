using System.Collections.Immutable;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Certificates;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;
using MamConsole.Tests.PolicyEngine.Certificates;

namespace MamConsole.Tests.PolicyEngine.Deployment;

/// <summary>Tests that the nodes of one certificate are sent as one Atomic and are named after all of its settings.</summary>
public sealed class CertificateGroupTests
{
    private static readonly CompiledPolicy Scep = Compile(new() { Scep = [CertificateSamples.Scep] });
    private static readonly CompiledPolicy Pfx = Compile(new() { Pfx = [CertificateSamples.Pfx] });
    private static readonly CompiledPolicy All = Compile(CertificateSamples.All);
    private static readonly SecretValues Secrets = new(
        new Dictionary<Guid, string>
        {
            [CertificateSamples.PfxSecret.Id] = "AAAA",
            [CertificateSamples.Password.Id] = "pass word",
            [CertificateSamples.Challenge.Id] = "challenge",
        }
    );

    [Fact]
    public void Build_WritesScepRequestAsOneAtomicEndingWithEnroll()
    {
        var step = Begin(CompiledPolicy.Empty, Scep);

        var atomic = Assert.IsType<SyncCommand.Atomic>(Assert.Single(Commands(step, Scep)));
        Assert.All(atomic.Commands[..^1], c => Assert.IsType<SyncCommand.Add>(c));
        Assert.Equal(Scep.Nodes[^1].LocUri, Assert.IsType<SyncCommand.Exec>(atomic.Commands[^1]).Items[0].Target);
        Assert.Contains(atomic.Commands.OfType<SyncCommand.Add>(), add => add.Items[0].Data == "Y2hhbGxlbmdl");
    }

    [Fact]
    public void Build_WritesRootsFirstAndEachCertificateSeparately()
    {
        var commands = Commands(Begin(CompiledPolicy.Empty, All), All);

        Assert.Equal(["Add", "Atomic", "Atomic"], commands.Select(c => c.Name));
        Assert.Contains("/RootCATrustedCertificates/Root/", ((SyncCommand.Add)commands[0]).Items[0].Target!, StringComparison.Ordinal);
    }

    [Fact]
    public void Number_MatchesIdsOfBuildWithoutSecrets()
    {
        var step = Begin(CompiledPolicy.Empty, All);

        Assert.Equal(
            CommandBatch.Build(step.Outstanding, All, "", step.FirstId, Secrets).Ids,
            CommandBatch.Number(step.Outstanding, All, step.FirstId)
        );
    }

    [Fact]
    public void Build_OmitsCertificateWithoutSecretAndSendsRest()
    {
        var context = Context(CompiledPolicy.Empty, All) with
        {
            Secrets = new SecretValues(new Dictionary<Guid, string> { [CertificateSamples.Challenge.Id] = "challenge" }),
        };

        var step = DeploymentStep.Begin(0, null, 1, false, context);

        Assert.Equal(
            ["Add", "Atomic"],
            CommandBatch.Build(step.Outstanding, All, "", step.FirstId, context.Secrets).Commands.Select(c => c.Name)
        );
        var against = DeploymentStep.Deviations(step, context).Where(d => d.Code is not null).ToArray();
        Assert.Equal(["PFXCertBlob", "PFXCertPassword"], against.Select(d => d.LocUri.Split('/')[^1]));
        Assert.All(
            against,
            d => Assert.Equal((DeviationKind.Unknown, 407, Nodes.Now.AddHours(1)), (d.Kind, d.Code!.Value, d.Retry.Next!.Value))
        );
    }

    [Fact]
    public void Continue_DeletesAndAddsCertificateThatAlreadyExists()
    {
        var context = Context(CompiledPolicy.Empty, Scep);
        var step = Begin(CompiledPolicy.Empty, Scep);

        step = Continue(step, context, c => c.LocUri == Scep.Nodes[0].LocUri ? 418 : 215);

        Assert.Equal(Root(Scep), Assert.IsType<PlannedCommand.Remove>(step.Outstanding[0]).LocUri);
        Assert.Equal(Scep.Nodes.Select(n => n.LocUri), step.Outstanding.Skip(1).Select(c => c.LocUri));
        var commands = Commands(step, Scep);
        Assert.Equal(["Delete", "Atomic"], commands.Select(c => c.Name));
        Assert.Equal(Root(Scep), ((SyncCommand.Delete)commands[0]).Items[0].Target);
        step = Continue(step, context, _ => 200);
        Assert.Empty(DeploymentStep.Deviations(step, context));
    }

    [Fact]
    public void Deviations_ReportOnlyRootCauseAndDelayWholeGroup()
    {
        var context = Context(CompiledPolicy.Empty, Pfx);
        var blob = Pfx.Nodes[^1].LocUri;

        var step = Continue(Begin(CompiledPolicy.Empty, Pfx), context, c => c.LocUri == blob ? 500 : 216);
        var deviations = DeploymentStep.Deviations(step, context);

        Assert.Equal([(blob, DeviationKind.Rejected, 500)], deviations.Select(d => (d.LocUri, d.Kind, d.Code!.Value)));
        var later = new ReportedState(Pfx, null, deviations);
        Assert.True(StateDiff.Plan(later, Pfx, Nodes.Current, Nodes.Now.AddMinutes(30)).IsEmpty);
        Assert.Equal(Pfx.Nodes.Count, StateDiff.Plan(later, Pfx, Nodes.Current, Nodes.Now.AddHours(2)).Writes.Length);
    }

    [Fact]
    public void Plan_ReplacesWholeCertificateWhenSettingChanges()
    {
        var other = Compile(new() { Scep = [CertificateSamples.Scep with { KeyLength = "4096" }] });

        var plan = StateDiff.Plan(new ReportedState(Scep, null, []), other, Nodes.Current, Nodes.Now);

        Assert.Equal([Root(Scep)], plan.Removals);
        Assert.Equal(other.Nodes, plan.Writes.ToValueList());
    }

    [Fact]
    public void Build_DeletesCertificateByItsRootNode()
    {
        var step = Begin(All, CompiledPolicy.Empty);

        var sequence = Assert.IsType<SyncCommand.Sequence>(Assert.Single(Commands(step, CompiledPolicy.Empty)));
        Assert.Equal(
            [
                Root(Scep),
                Root(Pfx),
                All.Nodes.First(n => n.LocUri.Contains("/Root/", StringComparison.Ordinal)).LocUri[..^"/EncodedCertificate".Length],
            ],
            sequence
                .Commands.Cast<SyncCommand.Delete>()
                .Select(d => d.Items[0].Target)
                .OrderByDescending(t => t!.Contains("SCEP", StringComparison.Ordinal))
                .ThenByDescending(t => t!.Contains("PFX", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Continue_ReadsPresenceOfRootNodeAndSkipsScep()
    {
        var context = Context(CompiledPolicy.Empty, All);
        var step = Continue(Begin(CompiledPolicy.Empty, All), context, _ => 200);

        Assert.Equal(DeploymentStepPhase.Reading, step.Phase);
        var targets = Commands(step, All)
            .SelectMany(c => c is SyncCommand.Sequence s ? s.Commands : [c])
            .Cast<SyncCommand.Get>()
            .Select(g => g.Items[0].Target!)
            .ToArray();
        Assert.Equal(2, targets.Length);
        Assert.Contains(Root(Pfx), targets);
        Assert.Contains(targets, t => t.EndsWith(CertificateSamples.Thumbprint(CertificateSamples.RootDer), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("there", 200, "")]
    [InlineData(null, 404, "differs 404")]
    [InlineData(null, 200, "notreadback")]
    public void Deviations_ReflectWhetherCertificateIsPresent(string? value, int code, string expected)
    {
        var context = Context(CompiledPolicy.Empty, Pfx);
        var step = Continue(Begin(CompiledPolicy.Empty, Pfx), context, _ => 200);
        var read = Assert.Single(step.Outstanding);

        step = DeploymentStep.Continue(
            step,
            new Dictionary<PlannedCommand, Verdict> { [read] = new(new StatusCode(code), null) },
            value is null ? [] : [new NodeReading(read.LocUri, value)],
            2,
            context
        );

        Assert.Equal(
            expected,
            string.Join(
                ", ",
                DeploymentStep
                    .Deviations(step, context)
                    .Select(d => $"{d.Kind.ToString().ToLowerInvariant()}{(d.Code is { } c ? $" {c}" : "")}")
            )
        );
    }

    [Fact]
    public void DeploymentStep_NeverStoresSecrets()
    {
        var context = Context(CompiledPolicy.Empty, All);
        var step = Continue(Begin(CompiledPolicy.Empty, All), context, _ => 500);
        var stored =
            System.Text.Json.JsonSerializer.Serialize(step)
            + System.Text.Json.JsonSerializer.Serialize(DeploymentStep.Deviations(step, context));

        Assert.DoesNotContain("pass word", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("Y2hhbGxlbmdl", stored, StringComparison.Ordinal);
    }

    private static CompiledPolicy Compile(CertificatesSettings settings) =>
        SamplePolicies.Compile(new WrittenPolicy { Certificates = settings });

    private static string Root(CompiledPolicy policy) => NodeGroups.RootOf(policy.Nodes[^1].LocUri)!;

    private static DeploymentStepContext Context(CompiledPolicy from, CompiledPolicy to) =>
        new(new ReportedState(from, null, []), to, Nodes.Current, [], []) { Now = Nodes.Now, Secrets = Secrets };

    private static DeploymentStepSession Begin(CompiledPolicy from, CompiledPolicy to) =>
        DeploymentStep.Begin(0, null, 1, false, Context(from, to));

    private static DeploymentStepSession Continue(
        DeploymentStepSession step,
        DeploymentStepContext context,
        Func<PlannedCommand, int> code
    ) =>
        DeploymentStep.Continue(
            step,
            step.Outstanding.Where(c => c is not PlannedCommand.Read).ToDictionary(c => c, c => new Verdict(new StatusCode(code(c)), null)),
            [],
            1,
            context
        );

    private static ImmutableArray<SyncCommand> Commands(DeploymentStepSession step, CompiledPolicy version) =>
        CommandBatch.Build(step.Outstanding, version, "", step.FirstId, Secrets).Commands;
}
