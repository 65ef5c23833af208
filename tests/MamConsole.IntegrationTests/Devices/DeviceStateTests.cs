using CsCheck;
using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.Server.Devices;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Storage;
using MamConsole.Tests;

namespace MamConsole.IntegrationTests.Devices;

/// <summary>A device's row, the lists filtered by state and the counters agree on its state, on both databases.</summary>
public sealed class DeviceStateTests
{
    private static readonly Guid Group = Guid.Parse("5f0d8f5e-3f07-4e5a-9a55-8a52c8c7b1aa");
    private static readonly Guid Tenant = Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d");

    // A contact counts as recent to the millisecond that is FleetCounters.StaleAfter ago.
    private static readonly Gen<TimeSpan> Age = Gen.OneOf(
        TimeSpan.Zero,
        TimeSpan.FromDays(1),
        FleetCounters.StaleAfter - TimeSpan.FromMilliseconds(1),
        FleetCounters.StaleAfter,
        FleetCounters.StaleAfter + TimeSpan.FromMilliseconds(1),
        TimeSpan.FromDays(90)
    );

    private static readonly Gen<RandomDevice> Device = Gen.Select(
        Gen.Select(Age, Gen.Frequency((1, Gen.Const((TimeSpan?)null)), (3, Age.Select(a => (TimeSpan?)a)))),
        Gen.Select(Gen.Int[0, 4], Gen.Frequency((3, Gen.Const((int?)null)), (1, Gen.Int[0, 4].Select(i => (int?)i)))),
        Gen.Select(Gen.Frequency((3, Gen.Const(0)), (1, Gen.Const(1)), (1, Gen.Const(2))), Gen.Bool),
        Gen.Select(
            Gen.Frequency((8, Gen.Const(false)), (1, Gen.Const(true))),
            Gen.Frequency((8, Gen.Const((BlockReason?)null)), (1, Gen.OneOf<BlockReason?>(BlockReason.Person, BlockReason.Retiring))),
            Gen.Frequency((8, Gen.Const(false)), (1, Gen.Const(true)))
        ),
        Gen.Select(
            Gen.OneOf<int?>(null, 15_062, 15_063, 22_631, 26_099, 26_100),
            Gen.OneOf("ana@contoso.com", "bo@contoso.com"),
            Gen.Bool,
            Gen.OneOf(RingName.Usual, "Pilot")
        ),
        (ages, versions, step, flags, subject) =>
            new RandomDevice
            {
                EnrolledAgo = ages.Item1,
                ContactAgo = ages.Item2,
                Acknowledged = versions.Item1,
                Sent = versions.Item2 ?? versions.Item1,
                Worst = step.Item1,
                WasRead = step.Item2,
                HasEnded = flags.Item1,
                BlockReason = flags.Item2,
                IsRetiring = flags.Item3,
                Build = subject.Item1,
                Upn = subject.Item2,
                IsInGroup = subject.Item3,
                Ring = subject.Item4,
            }
    );

    /// <summary>Up to date after the last of <see cref="Publications"/>, which assigns it the protecting policy.</summary>
    private static readonly RandomDevice Current = new()
    {
        EnrolledAgo = TimeSpan.FromDays(30),
        ContactAgo = TimeSpan.Zero,
        Acknowledged = 2,
        Sent = 2,
        Worst = 0,
        WasRead = true,
        HasEnded = false,
        BlockReason = null,
        IsRetiring = false,
        Build = 22_631,
        Upn = "ana@contoso.com",
        IsInGroup = false,
        Ring = RingName.Usual,
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task DeviceState_IsTheSameInRowFilterAndCounters(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var protecting = await host.CreateAsync(name: "Protecting");
        var locking = await host.CreateAsync(name: "Locking");
        var pilot = await host.CreateAsync(name: "Pilot");
        var first = await host.PublishAsync(locking, Locking(30) with { Assignment = new() { To = AssignmentKind.Everyone } });
        long[] versions = [];
        foreach (var (policy, document) in Publications(protecting, locking, pilot))
        {
            await host.PublishAsync(policy, document);
            var published = await host.Get<ActivePolicyCache>().GetAsync(Cancel);
            versions = [0, first.VersionId, .. published.Select(p => p.VersionId)];
            await Device
                .Array[1, 24]
                .SampleAsync(
                    async devices =>
                    {
                        // The server's clock is finer than what the database keeps.
                        host.Time.Advance(TimeSpan.FromTicks(12_347));
                        await FillAsync(host, devices, versions);
                        await CheckAsync(host, devices.Length);
                    },
                    iter: Iterations.Of(4),
                    threads: 1
                );
        }

        RandomDevice[] oneOfEach =
        [
            Current,
            Current with
            {
                Acknowledged = 1,
                Sent = 1,
            },
            Current with
            {
                Sent = 3,
            },
            Current with
            {
                Worst = 1,
            },
            Current with
            {
                Worst = 2,
            },
            Current with
            {
                ContactAgo = TimeSpan.FromDays(90),
            },
            Current with
            {
                HasEnded = true,
            },
            Current with
            {
                BlockReason = BlockReason.Person,
                IsRetiring = true,
            },
            Current with
            {
                BlockReason = BlockReason.Retiring,
            },
            Current with
            {
                Build = 26_100,
            },
        ];
        await FillAsync(host, oneOfEach, versions);
        Assert.All((await CheckAsync(host, oneOfEach.Length)).Values, page => Assert.Equal(1, page.Total));
    }

    /// <summary>What is in force changes under the same rows: rules of every kind, alone and above each other.</summary>
    private static IEnumerable<(string PolicyId, WrittenPolicy Document)> Publications(string protecting, string locking, string pilot)
    {
        var wip = PolicyTestHost.Protecting;
        yield return (
            protecting,
            wip with
            {
                Assignment = new() { To = AssignmentKind.People, People = ["Ana@contoso.com"] },
            }
        );
        yield return (
            pilot,
            Locking(5) with
            {
                Assignment = new()
                {
                    To = AssignmentKind.Everyone,
                    Rings = ["pilot"],
                    Priority = "1",
                },
            }
        );
        yield return (locking, Locking(20) with { Assignment = new() { To = AssignmentKind.Nobody } });
        yield return (
            protecting,
            wip with
            {
                Assignment = new() { To = AssignmentKind.Groups, Groups = [new GroupReference { Id = Group.ToString("D") }] },
            }
        );
        yield return (
            protecting,
            wip with
            {
                Assignment = new() { To = AssignmentKind.Everyone, FromBuild = "15063" },
            }
        );
        yield return (
            locking,
            Locking(10) with
            {
                Assignment = new() { To = AssignmentKind.Everyone, ExceptPeople = ["bo@contoso.com"] },
            }
        );
    }

    private static WrittenPolicy Locking(int minutes) =>
        new()
        {
            DeviceLock = new DeviceLockSettings { LockRequired = true, LockAfterMinutes = $"{minutes}" },
        };

    private static async Task<IReadOnlyDictionary<DeviceState, DevicePage>> CheckAsync(PolicyTestHost host, int devices)
    {
        var byState = new Dictionary<DeviceState, DevicePage>();
        foreach (var state in Enum.GetValues<DeviceState>())
        {
            byState[state] = await ListAsync(host, new DeviceFilter { State = state, Take = DeviceQueries.MaximumTake });
            Assert.All(byState[state].Rows, row => Assert.Equal(state, row.State));
            Assert.Equal(byState[state].Rows.Count, byState[state].Total);
        }

        // Disjoint, and together all.
        Assert.Equal(devices, byState.Values.SelectMany(p => p.Rows).Select(r => r.Id).Distinct().Count());
        Assert.Equal(devices, byState.Values.Sum(p => p.Total));

        var overview = await host.Get<FleetStates>().GetAsync(Cancel);
        var enrolled = devices - byState[DeviceState.Unenrolled].Total;
        Assert.All(byState.Where(s => s.Key != DeviceState.Unenrolled), s => Assert.Equal(s.Value.Total, overview.In(s.Key)));
        Assert.Equal(
            (enrolled, enrolled, enrolled),
            (overview.Enrolled, await host.Get<FleetCounters>().EnrolledAsync(Cancel), (await ListAsync(host, new())).Total)
        );
        Assert.Equal(enrolled, overview.UpToDate + overview.Incomplete + overview.Sent + overview.Waiting + overview.OutOfReach);
        Assert.InRange(overview.ReadBack, 0, overview.UpToDate);
        Assert.All(
            byState[DeviceState.UpToDate].Rows,
            row => Assert.Equal((0, row.AssignedNumber), (row.Deviations, row.AcknowledgedNumber))
        );
        await CheckPoliciesAsync(host);
        return byState;
    }

    private static async Task CheckPoliciesAsync(PolicyTestHost host)
    {
        var all = (await ListAsync(host, new DeviceFilter { Take = DeviceQueries.MaximumTake })).Rows;
        foreach (var policy in await host.Get<ActivePolicyCache>().GetAsync(Cancel))
        {
            var filtered = await ListAsync(host, new DeviceFilter { PolicyId = policy.PolicyId, Take = DeviceQueries.MaximumTake });
            Assert.Equal(all.Where(r => r.PolicyName == policy.Name).Select(r => r.Id), filtered.Rows.Select(r => r.Id));
        }
    }

    private static async Task<DevicePage> ListAsync(PolicyTestHost host, DeviceFilter filter) =>
        (await host.Get<DeviceQueries>().ListAsync(PolicyTestHost.Author, filter, Cancel)).Value();

    private static Task<bool> FillAsync(PolicyTestHost host, RandomDevice[] devices, long[] versions) =>
        host.Database.WriteAsync(
            async tx =>
            {
                await tx.ExecuteAsync(
                    "DELETE FROM device_state; DELETE FROM enrollments; DELETE FROM fleet_counters; DELETE FROM person_groups"
                );
                foreach (var device in devices)
                {
                    await AddAsync(tx, device, versions, host.Time.GetUtcNow());
                }

                return true;
            },
            Cancel
        );

    private static async Task AddAsync(Transaction tx, RandomDevice device, long[] versions, DateTimeOffset now)
    {
        var enrollment = await DeviceStore.AddAsync(
            tx,
            new EnrolledDevice
            {
                Key = 0,
                Id = Guid.CreateVersion7().ToString("D"),
                TenantId = Tenant,
                ObjectId = Guid.NewGuid(),
                DeviceId = Guid.NewGuid().ToString("N"),
                Upn = device.Upn,
                PersonName = device.Upn,
                DeviceName = "PC",
                OsVersion = "",
                OsBuild = device.Build,
                Grouping = "g",
                EnrolledAt = now - device.EnrolledAgo,
                Ring = device.Ring,
            },
            Cancel
        );
        if (device.IsInGroup)
        {
            await PersonGroupStore.SaveAsync(tx, enrollment.ObjectId, [Group], now);
        }

        var state = DeviceSyncState.Initial with
        {
            Acknowledged = versions[device.Acknowledged % versions.Length],
            Sent = versions[device.Sent % versions.Length],
            Worst = device.Worst,
            Deviations = device.Worst,
            WasRead = device.WasRead,
            LastContact = device.ContactAgo is { } ago ? now - ago : null,
        };
        Assert.True(await DeviceStore.SaveAsync(tx, enrollment, DeviceSyncState.Initial, state, Cancel));
        if (device.HasEnded)
        {
            var ending = new DeviceRecord(enrollment, state with { Revision = 1 }, null, null);
            Assert.True(await DeviceStore.EndAsync(tx, ending, EndReason.Reenrolled, now, Cancel));
        }

        await tx.ExecuteAsync(
            """
            UPDATE enrollments SET blocked_at = @blockedAt, block_reason = @reason, retiring_since = @retiringSince
            WHERE enrollment_key = @Key
            """,
            new
            {
                blockedAt = device.BlockReason is null ? (long?)null : 1,
                reason = (int?)device.BlockReason,
                retiringSince = device.IsRetiring ? 1 : (long?)null,
                enrollment.Key,
            }
        );
    }
}
