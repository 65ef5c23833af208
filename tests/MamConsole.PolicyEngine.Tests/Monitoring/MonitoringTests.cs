using System.Text.Json;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.Monitoring;

namespace MamConsole.Tests.PolicyEngine.Monitoring;

public sealed class MonitoringTests
{
    private static readonly DateTimeOffset Now = SamplePolicies.Now;

    public static TheoryData<BadValue> BadValues =>
        [
            Bad("MON-01", "settings", Severity.Block, new() { Settings = (ReadInterval)9 }),
            Bad("MON-01", "condition", Severity.Block, new() { Condition = (ReadInterval)9 }),
            Bad("MON-01", "hardware", Severity.Block, new() { Hardware = (ReadInterval)9 }),
            Bad("MON-01", "bootHealth", Severity.Block, new() { BootHealth = ReadInterval.Call }),
            Bad("MON-01", "workLog", Severity.Block, new() { WorkLog = ReadInterval.Call }),
            Bad("MON-02", "settings", Severity.Warn, new() { Settings = ReadInterval.Never }),
            Bad("MON-02", "settings", Severity.Warn, new() { Settings = ReadInterval.Month }),
            Bad("MON-03", "condition", Severity.Note, new() { Condition = ReadInterval.Call }),
            Bad("MON-04", "workLog", Severity.Warn, new() { WorkLog = ReadInterval.Day }),
            Bad("MON-05", "workLog", Severity.Warn, new() { WorkLog = ReadInterval.Week }),
            Bad("MON-06", "bootHealth", Severity.Note, new() { BootHealth = ReadInterval.Month }),
        ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Validate_ReportsBadValue(BadValue bad) => bad.Check();

    [Fact]
    public void Validate_AcceptsUsualSchedulesAndLogUnderProtection()
    {
        var usual = new MonitoringSettings
        {
            Settings = ReadInterval.Day,
            Condition = ReadInterval.Never,
            Hardware = ReadInterval.Month,
            BootHealth = ReadInterval.Never,
            WorkLog = ReadInterval.Never,
        };

        Assert.Empty(PolicyValidator.Validate(new() { Monitoring = usual }, SamplePolicies.Context).Findings);
        Assert.DoesNotContain(
            PolicyValidator
                .Validate(SamplePolicies.Clean with { Monitoring = new() { WorkLog = ReadInterval.Day } }, SamplePolicies.Context)
                .Findings,
            f => f.Code == "MON-05"
        );
        Assert.True(SamplePolicies.Clean.InformationProtection.Protects);
    }

    [Fact]
    public void ReadPlan_IsStoredWithVersionUnlessUsual()
    {
        var odd = SamplePolicies.Compile(
            new()
            {
                Monitoring = new()
                {
                    Condition = ReadInterval.Call,
                    Hardware = ReadInterval.Never,
                    WorkLog = ReadInterval.Week,
                },
            }
        );
        var json = JsonSerializer.Serialize(odd, WrittenPolicy.Json);

        Assert.Equal(
            new ReadPlan(TimeSpan.FromDays(1), TimeSpan.Zero, null, null, TimeSpan.FromDays(7)),
            JsonSerializer.Deserialize<CompiledPolicy>(json, WrittenPolicy.Json)!.ReadPlan
        );
        Assert.Empty(odd.Nodes);
        Assert.DoesNotContain(
            "reads",
            JsonSerializer.Serialize(
                SamplePolicies.Compile(new() { Monitoring = new() { Settings = ReadInterval.Day } }),
                WrittenPolicy.Json
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(ReadPlan.Usual, JsonSerializer.Deserialize<CompiledPolicy>("""{"nodes":[]}""", WrittenPolicy.Json)!.ReadPlan);
    }

    [Fact]
    public void DueAt_ReturnsGroupsByTheirOwnSchedules()
    {
        var plan = new ReadPlan(TimeSpan.FromDays(1), TimeSpan.Zero, TimeSpan.FromDays(7), null, null);
        var times = new ReadTimes(Now, Now, Now);

        Assert.Equal(Now, plan.NextAfter(times));
        Assert.Equal(ReadGroups.Condition, plan.DueAt(times, isPending: false, Now.AddMinutes(1)));
        Assert.Equal(ReadGroups.Condition | ReadGroups.Settings, plan.DueAt(times, isPending: false, Now.AddDays(1)));
        Assert.Equal(ReadGroups.Condition | ReadGroups.Settings | ReadGroups.Hardware, plan.DueAt(times, isPending: false, Now.AddDays(7)));
        Assert.Equal(ReadGroups.Condition | ReadGroups.Settings | ReadGroups.Hardware, plan.DueAt(times, isPending: true, Now));
    }

    [Fact]
    public void DueAt_ReturnsOnlySettingsForPendingFullReadWhenNothingIsScheduled()
    {
        var plan = new ReadPlan(null, null, null, null, null);

        Assert.Equal(ReadGroups.None, plan.DueAt(default, isPending: false, Now.AddYears(100)));
        Assert.Equal(ReadGroups.Settings, plan.DueAt(default, isPending: true, Now));
        Assert.True(plan.NextAfter(default) > Now.AddYears(1000));
    }

    [Fact]
    public void DueAt_ReturnsGroupThatWasNeverReadWithoutFullRead()
    {
        var state = DeviceSyncState.Initial with { NextRead = ReadPlan.Usual.NextAfter(new ReadTimes(Now, null, Now)) };

        Assert.True(state.NextRead < Now);
        Assert.False(state.NeedsFullRead);
        Assert.Equal(ReadGroups.Condition, ReadPlan.Usual.DueAt(new ReadTimes(Now, null, Now), state.NeedsFullRead, Now));
        Assert.True(DeviceSyncState.Initial.NeedsFullRead);
    }

    [Fact]
    public void NodesOf_HasNoNodeInTwoGroups()
    {
        ReadGroups[] groups = [ReadGroups.Settings, ReadGroups.Condition, ReadGroups.Hardware];

        Assert.Equal(ReadPlan.AllNodes.Length, groups.SelectMany(g => ReadPlan.NodesOf(g)).Distinct().Count());
        Assert.Equal(16, ReadPlan.AllNodes.Length);
    }

    private static BadValue Bad(string code, string field, Severity severity, MonitoringSettings settings) =>
        new(code, $"monitoring.{field}", severity, new() { Monitoring = settings });
}
