using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Server;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;

namespace MamConsole.IntegrationTests.Policies;

/// <summary>The effect of publishing, counted over devices that stand in the database.</summary>
public sealed class EffectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly WrittenPolicy Everyone = PolicyRoom.Lock(30) with
    {
        Assignment = new AssignmentSettings { To = AssignmentKind.Everyone },
    };

    [Theory, EveryDatabase]
    public async Task Publishing_and_going_back_are_counted_over_the_pcs_that_would_get_them(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        var first = await room.PublishAsync(id, Everyone);
        var second = await room.PublishAsync(id, Everyone with { DeviceLock = Everyone.DeviceLock with { LockAfterMinutes = "15" } });
        await AddAsync(room, "ana@contoso.com", second.VersionId);
        await AddAsync(room, "bo@contoso.com", first.VersionId);
        await AddAsync(room, "cy@contoso.com", 0);
        await AddAsync(room, "di@contoso.com", second.VersionId, silent: true);
        await room.SaveAsync(id, Everyone with { DeviceLock = Everyone.DeviceLock with { LockAfterMinutes = "20" } });

        var draft = (await room.Get<EffectQueries>().CountAsync(PolicyRoom.Author, id, VersionPick.Draft, Cancel)).Value();
        var back = (await room.Get<EffectQueries>().CountAsync(PolicyRoom.Author, id, new VersionPick(1), Cancel)).Value();

        Assert.Equal((4, 0), (draft.Devices, draft.Unchanged));
        Assert.Equal(
            "1 PC gets a lock, 2 get a looser lock, 1 gets a stricter lock, 1 has been silent for long and gets it when it comes back.",
            draft.Sentence
        );
        Assert.Equal((4, 1), (back.Devices, back.Unchanged));
        (await room.Get<EffectQueries>().CountAsync(PolicyRoom.Author, id, new VersionPick(9), Cancel)).Problem<NotFound>();
    }

    [Theory, EveryDatabase]
    public async Task Who_would_no_longer_get_it_is_counted(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        var version = await room.PublishAsync(id, Everyone);
        await AddAsync(room, "ana@contoso.com", version.VersionId);
        await AddAsync(room, "bo@contoso.com", version.VersionId);
        await room.SaveAsync(
            id,
            Everyone with
            {
                Assignment = new AssignmentSettings { To = AssignmentKind.People, People = ["ana@contoso.com"] },
            }
        );

        var forecast = (await room.Get<EffectQueries>().CountAsync(PolicyRoom.Author, id, VersionPick.Draft, Cancel)).Value();

        Assert.Equal(("1 PC no longer gets this policy.", 1, 1), (forecast.Sentence, forecast.Devices, forecast.Unchanged));
    }

    [Theory, EveryDatabase]
    public async Task The_draft_is_one_side_of_a_comparison_like_any_version(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        await room.PublishAsync(id, Everyone);
        await room.SaveAsync(id, Everyone with { DeviceLock = new() { LockRequired = true } });

        var changes = (
            await room.Get<PolicyQueries>().CompareAsync(PolicyRoom.Author, id, new VersionPick(1), VersionPick.Draft, Cancel)
        ).Value();

        Assert.Equal("deviceLock.lockAfterMinutes", Assert.Single(changes.Changes).Field);
        Assert.Equal("deviceLock.lockAfterMinutes", Assert.Single(changes.Removals).Field);
        Assert.Empty(
            (await room.Get<PolicyQueries>().CompareAsync(PolicyRoom.Author, id, VersionPick.Draft, VersionPick.Draft, Cancel))
                .Value()
                .Changes
        );
    }

    private static async Task AddAsync(PolicyRoom room, string upn, long acknowledged, bool silent = false)
    {
        var now = room.Time.GetUtcNow();
        var at = silent ? now - FleetCounters.SilentAfter - TimeSpan.FromDays(1) : now;
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
        await room.Database.WriteAsync(
            async tx =>
            {
                var key = (await DeviceStore.AddAsync(tx, device, Cancel)).Key;
                await tx.ExecuteAsync(
                    "UPDATE device_state SET acknowledged = @acknowledged WHERE enrollment_key = @key",
                    new { acknowledged, key }
                );
                var before = CounterKey.Of(device, DeviceStanding.Fresh);
                await FleetCounters.MoveAsync(tx, before, before with { Acknowledged = acknowledged }, Cancel);
                return key;
            },
            Cancel
        );
    }
}
