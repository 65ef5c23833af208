using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.PolicyEngine.Deployment;

/// <summary>
/// Tests that every message of steps between random versions on devices with random answers follows the rules of Windows for groups of
/// commands (docs/reference/protocol.md §3.5).
/// </summary>
public sealed class GroupRulesTests
{
    private static readonly string[] Names =
    [
        "range",
        "cloud",
        "apps",
        "icons",
        "revoke",
        "ids",
        "mode",
        "lock",
        "length",
        "minutes",
        "pin",
        "days",
        "link",
    ];
    private static readonly int[] Codes = [0, 200, 200, 200, 200, 202, 215, 216, 404, 405, 418, 500, 503];

    [Fact]
    public void DeploymentStep_NeverViolatesGroupRules()
    {
        var atomics = 0;
        var parts = 0;
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var budget =
                random.Next(3) == 0
                    ? MessageSizeBudget.Unbounded
                    : new MessageSizeBudget(random.Next(MessageSizeBudget.MinimumBytes, 4_000));
            var run = new DeploymentStepRun(
                Version(random),
                Version(random),
                Against(random),
                random.Next(3) == 0 ? Version(random) : null,
                random.Next(2) == 0,
                budget: budget
            );
            foreach (var name in Names.Where(_ => random.Next(4) == 0))
            {
                run.Codes[name] = Codes[random.Next(Codes.Length)];
            }

            for (var message = 0; run.Step.Outstanding.Count > 0; message++)
            {
                Check(run, budget, seed);
                atomics += run.Commands.OfType<SyncCommand.Atomic>().Count();
                parts += run.Step.Queued.Count > 0 ? 1 : 0;
                run.Answer();
                Assert.True(message < 200, $"Seed {seed}: the step does not end.");
            }

            Assert.Equal(DeploymentStepPhase.Done, run.Step.Phase);
        }

        // The random values must have produced enough of the cases that the rules concern.
        Assert.True(atomics > 1_000 && parts > 1_000, $"{atomics} atomics, {parts} parts");
    }

    private static void Check(DeploymentStepRun run, MessageSizeBudget budget, int seed)
    {
        var commands = run.Commands;
        Assert.InRange(commands.Sum(SyncMLWriter.SizeOf), 1, budget.Bytes);
        Assert.InRange(run.Step.Outstanding.Count, 1, MessageSizeBudget.MaximumCommands);

        var all = commands.SelectMany(Flat).ToArray();
        Assert.Equal(all.Length, all.Select(c => c.CmdId).Distinct().Count());
        Assert.All(all.Select(TargetOf).OfType<string>(), uri => Assert.DoesNotContain("./User", uri, StringComparison.Ordinal));

        // One Sequence contains all commands except the writes of DeviceLock, in the order of the plan; at most one Atomic follows.
        Assert.True(commands is [_] or [not SyncCommand.Atomic, SyncCommand.Atomic], $"Seed {seed}");
        var ordered = run.Step.Outstanding.Where(c => !IsLockWrite(c)).Select(c => Nodes.Name(c.LocUri)).ToArray();
        var sent = commands
            .Where(c => c is not SyncCommand.Atomic)
            .SelectMany(Flat)
            .Where(c => c is not SyncCommand.Sequence)
            .Select(c => Name(TargetOf(c)!))
            .ToArray();
        Assert.Equal(ordered, sent);

        foreach (var atomic in commands.OfType<SyncCommand.Atomic>())
        {
            Assert.All(
                atomic.Commands,
                c => Assert.True(c is SyncCommand.Replace or SyncCommand.Add, $"Seed {seed}: {c.Name} in an Atomic")
            );
            Assert.Equal(atomic.Commands.Length, atomic.Commands.Select(TargetOf).Distinct().Count());
            Assert.DoesNotContain(run.Step.Queued, IsLockWrite);
        }
    }

    private static bool IsLockWrite(PlannedCommand command) =>
        command is PlannedCommand.Write && Nodes.Name(command.LocUri) is "lock" or "length" or "minutes" && command is PlannedCommand.Write;

    /// <summary>Returns the short name of an address on the wire.</summary>
    private static string Name(string uri)
    {
        uri = uri.Replace("/Policy/Result/", "/Policy/Config/", StringComparison.Ordinal)
            .Replace("EnterpriseDataProtection//", "EnterpriseDataProtection/{Grouping}/", StringComparison.Ordinal);
        return Nodes.Name(uri.EndsWith("/EXE", StringComparison.Ordinal) ? uri + "/Policy" : uri);
    }

    private static IEnumerable<SyncCommand> Flat(SyncCommand command) =>
        command switch
        {
            SyncCommand.Atomic group => [group, .. group.Commands.SelectMany(Flat)],
            SyncCommand.Sequence group => [group, .. group.Commands.SelectMany(Flat)],
            _ => [command],
        };

    private static string? TargetOf(SyncCommand command) =>
        command switch
        {
            SyncCommand.Add c => c.Items[0].Target,
            SyncCommand.Replace c => c.Items[0].Target,
            SyncCommand.Delete c => c.Items[0].Target,
            SyncCommand.Get c => c.Items[0].Target,
            _ => null,
        };

    private static string Version(Random random) =>
        string.Join(
            ' ',
            Names.Where(_ => random.Next(5) < 3).Select(name => $"{name}={(name == "mode" ? random.Next(4) : random.Next(3))}")
        );

    private static ValueList<SettingDeviation> Against(Random random) =>
        [
            .. Names
                .Where(_ => random.Next(8) == 0)
                .Select(name =>
                    random.Next(4) switch
                    {
                        0 => Nodes.Against(name, DeviationKind.Unknown, $"{random.Next(3)}"),
                        1 => Nodes.Against(name, DeviationKind.Differs, "7"),
                        2 => Nodes.Rejected(name, 405, random.Next(4) == 0 ? null : $"{random.Next(3)}"),
                        _ => Nodes.Rejected(name, 503, $"{random.Next(3)}", hoursAgo: random.Next(3)),
                    }
                ),
        ];
}
