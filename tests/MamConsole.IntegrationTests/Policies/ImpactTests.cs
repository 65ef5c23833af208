using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Server.Fleet;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>The impact of publishing, counted over the devices in the database.</summary>
public sealed class ImpactTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly WrittenPolicy Everyone = PolicyTestHost.Lock(30) with
    {
        Assignment = new AssignmentSettings { To = AssignmentKind.Everyone },
    };

    [Theory, EveryDatabase]
    public async Task Impact_OfPublishingAndRollbackCountsTheAssignedPcs(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        var first = await host.PublishAsync(id, Everyone);
        var second = await host.PublishAsync(id, Everyone with { DeviceLock = Everyone.DeviceLock with { LockAfterMinutes = "15" } });
        await AddAsync(host, "ana@contoso.com", second.VersionId);
        await AddAsync(host, "bo@contoso.com", first.VersionId);
        await AddAsync(host, "cy@contoso.com", 0);
        await AddAsync(host, "di@contoso.com", second.VersionId, isStale: true);
        await host.SaveAsync(id, Everyone with { DeviceLock = Everyone.DeviceLock with { LockAfterMinutes = "20" } });

        var draft = (await host.Get<ImpactQueries>().CountAsync(PolicyTestHost.Author, id, VersionSelector.Draft, Cancel)).Value();
        var back = (await host.Get<ImpactQueries>().CountAsync(PolicyTestHost.Author, id, new VersionSelector(1), Cancel)).Value();

        Assert.Equal((4, 0), (draft.Devices, draft.Unchanged));
        Assert.Equal(
            "1 PC gets a lock, 2 get a less strict lock, 1 gets a stricter lock, "
                + "1 has not been seen for a long time and gets it at its next check-in.",
            draft.Sentence
        );
        Assert.Equal((4, 1), (back.Devices, back.Unchanged));
        (await host.Get<ImpactQueries>().CountAsync(PolicyTestHost.Author, id, new VersionSelector(9), Cancel)).Problem<NotFound>();
    }

    [Theory, EveryDatabase]
    public async Task Impact_CountsPcsThatLoseThePolicy(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        var version = await host.PublishAsync(id, Everyone);
        await AddAsync(host, "ana@contoso.com", version.VersionId);
        await AddAsync(host, "bo@contoso.com", version.VersionId);
        await host.SaveAsync(
            id,
            Everyone with
            {
                Assignment = new AssignmentSettings { To = AssignmentKind.People, People = ["ana@contoso.com"] },
            }
        );

        var forecast = (await host.Get<ImpactQueries>().CountAsync(PolicyTestHost.Author, id, VersionSelector.Draft, Cancel)).Value();

        Assert.Equal(("1 PC no longer gets this policy.", 1, 1), (forecast.Sentence, forecast.Devices, forecast.Unchanged));
    }

    [Theory, EveryDatabase]
    public async Task Compare_AcceptsTheDraftAsEitherSide(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        await host.PublishAsync(id, Everyone);
        await host.SaveAsync(id, Everyone with { DeviceLock = new() { LockRequired = true } });

        var changes = (
            await host.Get<PolicyQueries>().CompareAsync(PolicyTestHost.Author, id, new VersionSelector(1), VersionSelector.Draft, Cancel)
        ).Value();

        Assert.Equal("deviceLock.lockAfterMinutes", Assert.Single(changes.Changes).Field);
        Assert.Equal("deviceLock.lockAfterMinutes", Assert.Single(changes.Removals).Field);
        Assert.Empty(
            (await host.Get<PolicyQueries>().CompareAsync(PolicyTestHost.Author, id, VersionSelector.Draft, VersionSelector.Draft, Cancel))
                .Value()
                .Changes
        );
    }

    private static async Task AddAsync(PolicyTestHost host, string upn, long acknowledged, bool isStale = false)
    {
        var now = host.Time.GetUtcNow();
        var at = isStale ? now - FleetCounters.StaleAfter - TimeSpan.FromDays(1) : now;
        var device = new EnrolledDevice
        {
            Key = 0,
            Id = Guid.CreateVersion7().ToString("D"),
            TenantId = Guid.NewGuid(),
            ObjectId = Guid.NewGuid(),
            DeviceId = Guid.NewGuid().ToString("N"),
            Upn = upn,
            PersonName = upn,
            DeviceName = "PC",
            OsVersion = "10.0.22631.3447",
            OsBuild = 22631,
            OsEdition = 48,
            Grouping = Guid.NewGuid().ToString("D"),
            EnrolledAt = at,
        };
        await host.Database.WriteAsync(
            async tx =>
            {
                var key = (await DeviceStore.AddAsync(tx, device, Cancel)).Key;
                await tx.ExecuteAsync(
                    "UPDATE device_state SET acknowledged = @acknowledged WHERE enrollment_key = @key",
                    new { acknowledged, key }
                );
                var before = CounterKey.Of(device, DeviceSyncState.Initial);
                await FleetCounters.MoveAsync(tx, before, before with { Acknowledged = acknowledged }, Cancel);
                return key;
            },
            Cancel
        );
    }
}
