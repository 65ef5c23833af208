using System.Collections.Immutable;
using System.Text.Json;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.PolicyEngine.DeviceActions;

/// <summary>Tests device actions from the first command to the outcome, without messages on the wire.</summary>
public sealed class DeviceActionPlanTests
{
    private const string Id = "0198c0de-0000-7000-8000-000000000001";
    private static readonly DeviceActionContext Context = new("Mam Console", UnenrollNode.Provider, () => "00112233");
    private static readonly DateTimeOffset Since = new(2026, 5, 6, 9, 8, 9, TimeSpan.FromHours(2));

    [Fact]
    public void ReadNodes_ReturnsAnswersAndLeavesMissingValuesEmpty()
    {
        var run = Begin(new DeviceActionCommand.ReadNodes(["./DevInfo/Mod", "./DevInfo/Lang", "./DevInfo/DmV"]));
        Assert.Equal(
            [("Get", "./DevInfo/Mod"), ("Get", "./DevInfo/Lang"), ("Get", "./DevInfo/DmV")],
            run.Operations.Select(a => ($"{a.Verb}", a.LocUri))
        );

        run = DeviceActionPlan.ApplyAnswer(run, 0, 200, null, null);
        run = DeviceActionPlan.ApplyAnswer(run, 0, 500, "0x1", null);
        run = DeviceActionPlan.ApplyAnswer(run, 0, null, null, "Book 14");
        run = DeviceActionPlan.ApplyAnswer(run, 0, null, null, "another");
        run = DeviceActionPlan.ApplyAnswer(run, 1, 404, "0x86000002", null);

        var answered = Assert.IsType<DeviceActionOutcome.Answered>(DeviceActionPlan.Next(run, Context));
        Assert.Equal(
            [
                new NodeAnswer("./DevInfo/Mod", 200, null, "Book 14"),
                new NodeAnswer("./DevInfo/Lang", 404, "0x86000002"),
                new NodeAnswer("./DevInfo/DmV"),
            ],
            answered.Result.Nodes
        );
    }

    [Fact]
    public void ReadNodes_FailsWithoutAnyStatus() =>
        Assert.IsType<DeviceActionOutcome.Failed>(
            DeviceActionPlan.Next(Begin(new DeviceActionCommand.ReadNodes(["./DevInfo/Mod"])), Context)
        );

    [Fact]
    public void RetrieveLogs_SetsAllFiltersBeforeReading()
    {
        var run = Begin(new DeviceActionCommand.RetrieveLogs(Since, Since.AddHours(1)));

        Assert.Equal(
            ["Replace StartTime chr 2026-05-06T07:08:09Z", "Replace StopTime chr 2026-05-06T08:08:09Z", "Replace Type int 0", "Get Logs  "],
            run.Operations.Select(a => $"{a.Verb} {a.LocUri.Split('/')[^1]} {a.Format} {a.Data}")
        );
    }

    [Theory]
    [InlineData(200, "<Reporting/>", true)]
    [InlineData(200, null, false)]
    [InlineData(404, null, false)]
    [InlineData(0, null, false)]
    public void RetrieveLogs_IsAnsweredOnlyByLog(int code, string? value, bool answered)
    {
        var run = DeviceActionPlan.ApplyAnswer(Begin(new DeviceActionCommand.RetrieveLogs(Since, Since)), 3, code, null, value);

        Assert.Equal(answered, DeviceActionPlan.Next(run, Context) is DeviceActionOutcome.Answered);
    }

    [Fact]
    public void ApplyAnswer_TruncatesLongValuesAndMarksThem()
    {
        var read = DeviceActionPlan.ApplyAnswer(
            Begin(new DeviceActionCommand.ReadNodes(["./DevInfo/Mod"])),
            0,
            200,
            null,
            new string('x', DeviceActionPlan.MaximumValue + 1)
        );
        var whole = DeviceActionPlan.ApplyAnswer(
            Begin(new DeviceActionCommand.RetrieveLogs(Since, Since)),
            3,
            200,
            null,
            new string('x', DeviceActionPlan.MaximumLog)
        );
        var log = DeviceActionPlan.ApplyAnswer(
            Begin(new DeviceActionCommand.RetrieveLogs(Since, Since)),
            3,
            200,
            null,
            new string('x', DeviceActionPlan.MaximumLog + 1)
        );

        Assert.Equal((DeviceActionPlan.MaximumValue, true), (read.Received[0].Value!.Length, read.Received[0].IsCut));
        Assert.Equal((DeviceActionPlan.MaximumLog, false), (whole.Received[3].Value!.Length, whole.Received[3].IsCut));
        Assert.Equal((DeviceActionPlan.MaximumLog, true), (log.Received[3].Value!.Length, log.Received[3].IsCut));
    }

    [Fact]
    public void VerifyHealth_RetrievesCertificateInThreeMessages()
    {
        var run = Begin(new DeviceActionCommand.VerifyHealth());
        Assert.Equal("Exec ./Vendor/MSFT/HealthAttestation/VerifyHealth", Line(run));

        run = Goes(DeviceActionPlan.ApplyAnswer(run, 0, 202, null, null));
        Assert.Equal("Get ./Vendor/MSFT/HealthAttestation/Status", Line(run));

        run = Goes(DeviceActionPlan.ApplyAnswer(DeviceActionPlan.ApplyAnswer(run, 0, 200, null, null), 0, null, null, " 3 "));
        Assert.Equal(
            ["Replace Nonce 00112233", "Get Certificate ", "Get CorrelationID "],
            run.Operations.Select(a => $"{a.Verb} {a.LocUri.Split('/')[^1]} {a.Data}")
        );

        run = DeviceActionPlan.ApplyAnswer(run, 1, 200, null, "<HealthCertificateRequest/>");
        var answered = Assert.IsType<DeviceActionOutcome.Answered>(DeviceActionPlan.Next(run, Context));
        Assert.Equal(
            ["VerifyHealth", "Status", "Nonce", "Certificate", "CorrelationID"],
            answered.Result.Nodes.Select(n => n.LocUri.Split('/')[^1])
        );
    }

    [Theory]
    [InlineData("0"), InlineData("1"), InlineData("2"), InlineData("7"), InlineData("65535")]
    public void VerifyHealth_ReturnsStatusWithoutCertificate(string status)
    {
        var run = Goes(DeviceActionPlan.ApplyAnswer(Begin(new DeviceActionCommand.VerifyHealth()), 0, 200, null, null));

        Assert.IsType<DeviceActionOutcome.Answered>(
            DeviceActionPlan.Next(DeviceActionPlan.ApplyAnswer(run, 0, 200, null, status), Context)
        );
    }

    [Theory]
    [InlineData(404), InlineData(500), InlineData(0)]
    public void VerifyHealth_FailsWhenDeviceCannotAttest(int code) =>
        Assert.IsType<DeviceActionOutcome.Failed>(
            DeviceActionPlan.Next(DeviceActionPlan.ApplyAnswer(Begin(new DeviceActionCommand.VerifyHealth()), 0, code, null, null), Context)
        );

    [Theory]
    [InlineData(UnenrollNode.Provider, "./Device/Vendor/MSFT/DMClient/Provider/Mam%20Console/Unenroll")]
    [InlineData(UnenrollNode.Root, "./Device/Vendor/MSFT/DMClient/Unenroll")]
    public void Unenroll_IsOneExecWithProviderName(UnenrollNode node, string locUri)
    {
        var run = DeviceActionPlan.Begin(Id, new DeviceActionCommand.Unenroll(), Context with { Node = node });

        Assert.Equal([new NodeOperation(NodeOperationVerb.Exec, locUri, "chr", "Mam Console")], run.Operations);
        Assert.IsType<DeviceActionOutcome.Delivered>(DeviceActionPlan.Next(run, Context));
        Assert.IsType<DeviceActionOutcome.Delivered>(DeviceActionPlan.Next(DeviceActionPlan.ApplyAnswer(run, 0, 200, null, null), Context));
    }

    [Fact]
    public void Build_CreatesSameCommandsFromStoredRuns()
    {
        ImmutableArray<DeviceActionRun> runs =
        [
            Begin(new DeviceActionCommand.ReadNodes(["./DevInfo/Mod"])),
            Begin(new DeviceActionCommand.RetrieveLogs(Since, Since)),
            Begin(new DeviceActionCommand.VerifyHealth()),
            Begin(new DeviceActionCommand.Unenroll()),
        ];
        var stored = JsonSerializer.Deserialize<ImmutableArray<DeviceActionRun>>(
            JsonSerializer.Serialize(runs, WrittenPolicy.Json),
            WrittenPolicy.Json
        );

        Assert.Equal(runs.AsEnumerable(), stored);
        var (commands, ids) = DeviceActionBatch.Build(runs);
        var sequence = Assert.IsType<SyncCommand.Sequence>(Assert.Single(commands));
        Assert.Equal(Enumerable.Range(1001, 8).Select(i => $"{i}"), sequence.Commands.Select(c => c.CmdId).Prepend(sequence.CmdId));
        Assert.Equal(ids.Select(n => n.CmdId), sequence.Commands.Select(c => c.CmdId));
        Assert.Equal([(0, 0), (1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (3, 0)], ids.Select(n => (n.Run, n.Operation)));
    }

    [Fact]
    public void Fit_SplitsLongListAndReturnsAllAnswersAtEnd()
    {
        var nodes = DeviceStatusCsp.Requested.Select(n => n.Uri).ToValueList();
        var budget = new MessageSizeBudget(1200);
        var run = Begin(new DeviceActionCommand.ReadNodes(nodes));
        var messages = 0;
        while (true)
        {
            run = Assert.Single(DeviceActionBatch.Fit([run, Begin(new DeviceActionCommand.RetrieveLogs(Since, Since))], budget));
            var commands = DeviceActionBatch.Build([run], 2_147_000_000).Commands;
            Assert.True(commands.Sum(SyncMLWriter.SizeOf) <= budget.Bytes);
            for (var operation = 0; operation < run.Operations.Count; operation++)
            {
                run = DeviceActionPlan.ApplyAnswer(run, operation, 200, null, "1");
            }

            messages++;
            if (DeviceActionPlan.Next(run, Context) is DeviceActionOutcome.Answered answered)
            {
                Assert.Equal(nodes, answered.Result.Nodes.Select(n => n.LocUri));
                break;
            }

            run = Goes(run);
        }

        Assert.InRange(messages, 2, 8);
        Assert.Empty(
            DeviceActionBatch.Fit(
                [Begin(new DeviceActionCommand.RetrieveLogs(Since, Since))],
                new MessageSizeBudget(MessageSizeBudget.MinimumBytes)
            )
        );
        Assert.Single(
            DeviceActionBatch.Fit([Begin(new DeviceActionCommand.Unenroll())], new MessageSizeBudget(MessageSizeBudget.MinimumBytes))
        );
    }

    [Fact]
    public void Build_WritesSingleCommandWithoutSequence()
    {
        var (commands, ids) = DeviceActionBatch.Build([Begin(new DeviceActionCommand.Unenroll())]);

        Assert.Equal("1001", Assert.IsType<SyncCommand.Exec>(Assert.Single(commands)).CmdId);
        Assert.Equal("1001", Assert.Single(ids).CmdId);
        Assert.Empty(DeviceActionBatch.Build([]).Commands);
    }

    [Fact]
    public void ReadableNodes_ContainOnlyListedNodes()
    {
        static string Fill(string uri) => new CompilerOptions("MamConsole", Guid.Empty).Fill(uri);

        Assert.True(ReadableNodes.Contains("./Vendor/MSFT/DeviceStatus/Firewall/Status", Fill));
        Assert.True(ReadableNodes.Contains("./Device/Vendor/MSFT/DMClient/Provider/MamConsole/AADDeviceID", Fill));
        Assert.True(ReadableNodes.Contains("./Device/Vendor/MSFT/Policy/Result/DeviceLock/MinDevicePasswordLength", Fill));
        Assert.All(ReadableNodes.Now, node => Assert.True(ReadableNodes.Contains(node, Fill)));
        string[] others =
        [
            "",
            ".",
            "./Vendor",
            "./Vendor/MSFT/DeviceStatus",
            "./Vendor/MSFT/DeviceStatus/Battery/Status",
            "./Vendor/MSFT/DeviceStatus/./Firewall/Status",
            "./Device/Vendor/MSFT/DMClient/Provider/MamConsole/Unenroll",
            "./Device/Vendor/MSFT/DMClient/Provider/Other/UPN",
            "./DevDetail/SwV",
            "./Vendor/MSFT/HealthAttestation/Certificate",
            "./Vendor/MSFT/Reporting/EnterpriseDataProtection/RetrieveByTimeRange/Logs",
            "./DevInfo/Mod?list=StructData",
        ];
        Assert.All(others, node => Assert.False(ReadableNodes.Contains(node, Fill), node));
    }

    private static DeviceActionRun Begin(DeviceActionCommand command) => DeviceActionPlan.Begin(Id, command, Context);

    private static DeviceActionRun Goes(DeviceActionRun run) =>
        Assert.IsType<DeviceActionOutcome.Continues>(DeviceActionPlan.Next(run, Context)).Run;

    private static string Line(DeviceActionRun run) => string.Join(", ", run.Operations.Select(a => $"{a.Verb} {a.LocUri}"));
}
