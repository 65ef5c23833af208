using System.Text.Json;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Monitoring;

namespace MamConsole.Tests.PolicyEngine.Monitoring;

public sealed class MonitoringTests
{
    private static readonly DateTimeOffset Now = SamplePolicies.Now;

    public static TheoryData<BadValue> BadValues =>
        [
            Bad("MON-01", "settings", Severity.Block, new() { Settings = (ReadEvery)9 }),
            Bad("MON-01", "condition", Severity.Block, new() { Condition = (ReadEvery)9 }),
            Bad("MON-01", "hardware", Severity.Block, new() { Hardware = (ReadEvery)9 }),
            Bad("MON-01", "bootHealth", Severity.Block, new() { BootHealth = ReadEvery.Call }),
            Bad("MON-01", "workLog", Severity.Block, new() { WorkLog = ReadEvery.Call }),
            Bad("MON-02", "settings", Severity.Warn, new() { Settings = ReadEvery.Never }),
            Bad("MON-02", "settings", Severity.Warn, new() { Settings = ReadEvery.Month }),
            Bad("MON-03", "condition", Severity.Note, new() { Condition = ReadEvery.Call }),
            Bad("MON-04", "workLog", Severity.Warn, new() { WorkLog = ReadEvery.Day }),
            Bad("MON-05", "workLog", Severity.Warn, new() { WorkLog = ReadEvery.Week }),
            Bad("MON-06", "bootHealth", Severity.Note, new() { BootHealth = ReadEvery.Month }),
        ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_bad_value_is_named(BadValue bad) => bad.Check();

    [Fact]
    public void The_usual_rhythms_and_a_log_under_protection_are_fine()
    {
        var usual = new MonitoringSettings
        {
            Settings = ReadEvery.Day,
            Condition = ReadEvery.Never,
            Hardware = ReadEvery.Month,
            BootHealth = ReadEvery.Never,
            WorkLog = ReadEvery.Never,
        };

        Assert.Empty(PolicyValidator.Validate(new() { Monitoring = usual }, SamplePolicies.Context).Findings);
        Assert.DoesNotContain(
            PolicyValidator
                .Validate(SamplePolicies.Clean with { Monitoring = new() { WorkLog = ReadEvery.Day } }, SamplePolicies.Context)
                .Findings,
            f => f.Code == "MON-05"
        );
        Assert.True(SamplePolicies.Clean.InformationProtection.Protects);
    }

    [Fact]
    public void The_plan_goes_with_the_version_and_the_usual_one_is_not_written()
    {
        var odd = SamplePolicies.Compile(
            new()
            {
                Monitoring = new()
                {
                    Condition = ReadEvery.Call,
                    Hardware = ReadEvery.Never,
                    WorkLog = ReadEvery.Week,
                },
            }
        );
        var json = JsonSerializer.Serialize(odd, WrittenPolicy.Json);

        Assert.Equal(
            new ReadPlan(TimeSpan.FromDays(1), TimeSpan.Zero, null, null, TimeSpan.FromDays(7)),
            JsonSerializer.Deserialize<CompiledPolicy>(json, WrittenPolicy.Json)!.Rhythm
        );
        Assert.Empty(odd.Nodes);
        Assert.DoesNotContain(
            "reads",
            JsonSerializer.Serialize(SamplePolicies.Compile(new() { Monitoring = new() { Settings = ReadEvery.Day } }), WrittenPolicy.Json),
            StringComparison.Ordinal
        );
        Assert.Equal(ReadPlan.Usual, JsonSerializer.Deserialize<CompiledPolicy>("""{"nodes":[]}""", WrittenPolicy.Json)!.Rhythm);
    }

    [Fact]
    public void Groups_are_due_each_by_its_own_rhythm()
    {
        var plan = new ReadPlan(TimeSpan.FromDays(1), TimeSpan.Zero, TimeSpan.FromDays(7), null, null);
        var times = new ReadTimes(Now, Now, Now);

        Assert.Equal(Now, plan.NextAfter(times));
        Assert.Equal(ReadGroups.Condition, plan.DueAt(times, isOwed: false, Now.AddMinutes(1)));
        Assert.Equal(ReadGroups.Condition | ReadGroups.Settings, plan.DueAt(times, isOwed: false, Now.AddDays(1)));
        Assert.Equal(ReadGroups.Condition | ReadGroups.Settings | ReadGroups.Hardware, plan.DueAt(times, isOwed: false, Now.AddDays(7)));
        Assert.Equal(ReadGroups.Condition | ReadGroups.Settings | ReadGroups.Hardware, plan.DueAt(times, isOwed: true, Now));
    }

    [Fact]
    public void What_is_never_read_is_not_read_when_a_whole_read_is_owed_either_but_the_settings_are()
    {
        var plan = new ReadPlan(null, null, null, null, null);

        Assert.Equal(ReadGroups.None, plan.DueAt(default, isOwed: false, Now.AddYears(100)));
        Assert.Equal(ReadGroups.Settings, plan.DueAt(default, isOwed: true, Now));
        Assert.True(plan.NextAfter(default) > Now.AddYears(1000));
    }

    [Fact]
    public void A_group_that_was_never_read_is_due_and_no_whole_read_is_owed_for_it()
    {
        var standing = DeviceStanding.Fresh with { NextRead = ReadPlan.Usual.NextAfter(new ReadTimes(Now, null, Now)) };

        Assert.True(standing.NextRead < Now);
        Assert.False(standing.OwesRead);
        Assert.Equal(ReadGroups.Condition, ReadPlan.Usual.DueAt(new ReadTimes(Now, null, Now), standing.OwesRead, Now));
        Assert.True(DeviceStanding.Fresh.OwesRead);
    }

    [Fact]
    public void No_node_is_in_two_groups()
    {
        ReadGroups[] groups = [ReadGroups.Settings, ReadGroups.Condition, ReadGroups.Hardware];

        Assert.Equal(ReadPlan.AllNodes.Length, groups.SelectMany(g => ReadPlan.NodesOf(g)).Distinct().Count());
        Assert.Equal(16, ReadPlan.AllNodes.Length);
    }

    private static BadValue Bad(string code, string field, Severity severity, MonitoringSettings settings) =>
        new(code, $"monitoring.{field}", severity, new() { Monitoring = settings });
}
