using System.Collections.Immutable;
using System.Text.Json;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Tests.PolicyEngine.OneOffs;

/// <summary>One-off commands from the first question to the outcome, without a wire.</summary>
public sealed class OneOffPlanTests
{
    private const string Id = "0198c0de-0000-7000-8000-000000000001";
    private static readonly OneOffContext Context = new("Mam Console", UnenrollNode.Provider, () => "00112233");
    private static readonly DateTimeOffset Since = new(2026, 5, 6, 9, 8, 9, TimeSpan.FromHours(2));

    [Fact]
    public void Nodes_are_read_and_what_is_missing_stays_missing()
    {
        var run = Begin(new OneOffCommand.ReadNodes(["./DevInfo/Mod", "./DevInfo/Lang", "./DevInfo/DmV"]));
        Assert.Equal(
            [("Get", "./DevInfo/Mod"), ("Get", "./DevInfo/Lang"), ("Get", "./DevInfo/DmV")],
            run.Asks.Select(a => ($"{a.Verb}", a.LocUri))
        );

        run = OneOffPlan.Hear(run, 0, 200, null, null);
        run = OneOffPlan.Hear(run, 0, 500, "0x1", null);
        run = OneOffPlan.Hear(run, 0, null, null, "Book 14");
        run = OneOffPlan.Hear(run, 0, null, null, "another");
        run = OneOffPlan.Hear(run, 1, 404, "0x86000002", null);

        var answered = Assert.IsType<OneOffOutcome.Answered>(OneOffPlan.Next(run, Context));
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
    public void A_device_that_says_nothing_of_it_has_not_answered() =>
        Assert.IsType<OneOffOutcome.Failed>(OneOffPlan.Next(Begin(new OneOffCommand.ReadNodes(["./DevInfo/Mod"])), Context));

    [Fact]
    public void A_log_sets_every_filter_before_it_reads()
    {
        var run = Begin(new OneOffCommand.RetrieveLogs(Since, Since.AddHours(1)));

        Assert.Equal(
            ["Replace StartTime chr 2026-05-06T07:08:09Z", "Replace StopTime chr 2026-05-06T08:08:09Z", "Replace Type int 0", "Get Logs  "],
            run.Asks.Select(a => $"{a.Verb} {a.LocUri.Split('/')[^1]} {a.Format} {a.Data}")
        );
    }

    [Theory]
    [InlineData(200, "<Reporting/>", true)]
    [InlineData(200, null, false)]
    [InlineData(404, null, false)]
    [InlineData(0, null, false)]
    public void A_log_is_answered_by_a_log(int code, string? value, bool answered)
    {
        var run = OneOffPlan.Hear(Begin(new OneOffCommand.RetrieveLogs(Since, Since)), 3, code, null, value);

        Assert.Equal(answered, OneOffPlan.Next(run, Context) is OneOffOutcome.Answered);
    }

    [Fact]
    public void Long_values_are_cut_and_say_so()
    {
        var read = OneOffPlan.Hear(
            Begin(new OneOffCommand.ReadNodes(["./DevInfo/Mod"])),
            0,
            200,
            null,
            new string('x', OneOffPlan.MaximumValue + 1)
        );
        var whole = OneOffPlan.Hear(
            Begin(new OneOffCommand.RetrieveLogs(Since, Since)),
            3,
            200,
            null,
            new string('x', OneOffPlan.MaximumLog)
        );
        var log = OneOffPlan.Hear(
            Begin(new OneOffCommand.RetrieveLogs(Since, Since)),
            3,
            200,
            null,
            new string('x', OneOffPlan.MaximumLog + 1)
        );

        Assert.Equal((OneOffPlan.MaximumValue, true), (read.Heard[0].Value!.Length, read.Heard[0].IsCut));
        Assert.Equal((OneOffPlan.MaximumLog, false), (whole.Heard[3].Value!.Length, whole.Heard[3].IsCut));
        Assert.Equal((OneOffPlan.MaximumLog, true), (log.Heard[3].Value!.Length, log.Heard[3].IsCut));
    }

    [Fact]
    public void Evidence_of_health_is_fetched_in_three_messages()
    {
        var run = Begin(new OneOffCommand.VerifyHealth());
        Assert.Equal("Exec ./Vendor/MSFT/HealthAttestation/VerifyHealth", Line(run));

        run = Goes(OneOffPlan.Hear(run, 0, 202, null, null));
        Assert.Equal("Get ./Vendor/MSFT/HealthAttestation/Status", Line(run));

        run = Goes(OneOffPlan.Hear(OneOffPlan.Hear(run, 0, 200, null, null), 0, null, null, " 3 "));
        Assert.Equal(
            ["Replace Nonce 00112233", "Get Certificate ", "Get CorrelationID "],
            run.Asks.Select(a => $"{a.Verb} {a.LocUri.Split('/')[^1]} {a.Data}")
        );

        run = OneOffPlan.Hear(run, 1, 200, null, "<HealthCertificateRequest/>");
        var answered = Assert.IsType<OneOffOutcome.Answered>(OneOffPlan.Next(run, Context));
        Assert.Equal(
            ["VerifyHealth", "Status", "Nonce", "Certificate", "CorrelationID"],
            answered.Result.Nodes.Select(n => n.LocUri.Split('/')[^1])
        );
    }

    [Theory]
    [InlineData("0"), InlineData("1"), InlineData("2"), InlineData("7"), InlineData("65535")]
    public void Without_evidence_the_state_is_the_answer(string status)
    {
        var run = Goes(OneOffPlan.Hear(Begin(new OneOffCommand.VerifyHealth()), 0, 200, null, null));

        Assert.IsType<OneOffOutcome.Answered>(OneOffPlan.Next(OneOffPlan.Hear(run, 0, 200, null, status), Context));
    }

    [Theory]
    [InlineData(404), InlineData(500), InlineData(0)]
    public void A_device_that_cannot_attest_fails(int code) =>
        Assert.IsType<OneOffOutcome.Failed>(
            OneOffPlan.Next(OneOffPlan.Hear(Begin(new OneOffCommand.VerifyHealth()), 0, code, null, null), Context)
        );

    [Theory]
    [InlineData(UnenrollNode.Provider, "./Device/Vendor/MSFT/DMClient/Provider/Mam%20Console/Unenroll")]
    [InlineData(UnenrollNode.Root, "./Device/Vendor/MSFT/DMClient/Unenroll")]
    public void The_way_out_is_one_run_with_the_providers_name(UnenrollNode node, string locUri)
    {
        var run = OneOffPlan.Begin(Id, new OneOffCommand.Unenroll(), Context with { Node = node });

        Assert.Equal([new OneOffAsk(AskVerb.Exec, locUri, "chr", "Mam Console")], run.Asks);
        Assert.IsType<OneOffOutcome.Delivered>(OneOffPlan.Next(run, Context));
        Assert.IsType<OneOffOutcome.Delivered>(OneOffPlan.Next(OneOffPlan.Hear(run, 0, 200, null, null), Context));
    }

    [Fact]
    public void A_run_that_was_stored_makes_the_same_commands_again()
    {
        ImmutableArray<OneOffRun> runs =
        [
            Begin(new OneOffCommand.ReadNodes(["./DevInfo/Mod"])),
            Begin(new OneOffCommand.RetrieveLogs(Since, Since)),
            Begin(new OneOffCommand.VerifyHealth()),
            Begin(new OneOffCommand.Unenroll()),
        ];
        var stored = JsonSerializer.Deserialize<ImmutableArray<OneOffRun>>(
            JsonSerializer.Serialize(runs, WrittenPolicy.Json),
            WrittenPolicy.Json
        );

        Assert.Equal(runs.AsEnumerable(), stored);
        var (commands, ids) = OneOffBatch.Build(runs);
        var sequence = Assert.IsType<SyncCommand.Sequence>(Assert.Single(commands));
        Assert.Equal(Enumerable.Range(1001, 8).Select(i => $"{i}"), sequence.Commands.Select(c => c.CmdId).Prepend(sequence.CmdId));
        Assert.Equal(ids.Select(n => n.CmdId), sequence.Commands.Select(c => c.CmdId));
        Assert.Equal([(0, 0), (1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (3, 0)], ids.Select(n => (n.Run, n.Ask)));
    }

    [Fact]
    public void A_small_message_holds_a_long_list_in_parts_and_everything_is_told_in_the_end()
    {
        var nodes = DeviceStatusCsp.Asked.Select(n => n.Uri).ToValueList();
        var room = new MessageRoom(1200);
        var run = Begin(new OneOffCommand.ReadNodes(nodes));
        var messages = 0;
        while (true)
        {
            run = Assert.Single(OneOffBatch.Fit([run, Begin(new OneOffCommand.RetrieveLogs(Since, Since))], room));
            var commands = OneOffBatch.Build([run], 2_147_000_000).Commands;
            Assert.True(commands.Sum(SyncMLWriter.SizeOf) <= room.Bytes);
            for (var ask = 0; ask < run.Asks.Count; ask++)
            {
                run = OneOffPlan.Hear(run, ask, 200, null, "1");
            }

            messages++;
            if (OneOffPlan.Next(run, Context) is OneOffOutcome.Answered answered)
            {
                Assert.Equal(nodes, answered.Result.Nodes.Select(n => n.LocUri));
                break;
            }

            run = Goes(run);
        }

        Assert.InRange(messages, 2, 8);
        Assert.Empty(OneOffBatch.Fit([Begin(new OneOffCommand.RetrieveLogs(Since, Since))], new MessageRoom(MessageRoom.Least)));
        Assert.Single(OneOffBatch.Fit([Begin(new OneOffCommand.Unenroll())], new MessageRoom(MessageRoom.Least)));
    }

    [Fact]
    public void One_command_stands_alone()
    {
        var (commands, ids) = OneOffBatch.Build([Begin(new OneOffCommand.Unenroll())]);

        Assert.Equal("1001", Assert.IsType<SyncCommand.Exec>(Assert.Single(commands)).CmdId);
        Assert.Equal("1001", Assert.Single(ids).CmdId);
        Assert.Empty(OneOffBatch.Build([]).Commands);
    }

    [Fact]
    public void What_may_be_read_is_named_completely()
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

    private static OneOffRun Begin(OneOffCommand command) => OneOffPlan.Begin(Id, command, Context);

    private static OneOffRun Goes(OneOffRun run) => Assert.IsType<OneOffOutcome.GoesOn>(OneOffPlan.Next(run, Context)).Run;

    private static string Line(OneOffRun run) => string.Join(", ", run.Asks.Select(a => $"{a.Verb} {a.LocUri}"));
}
