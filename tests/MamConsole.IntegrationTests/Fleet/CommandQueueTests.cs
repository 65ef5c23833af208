using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.IntegrationTests.Fleet;

/// <summary>No command is claimed twice, even by concurrent sessions.</summary>
public sealed class CommandQueueTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Claim_FromConcurrentSessionsSucceedsOnce(string provider)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        await using var other = new Database(Dialect.For(test.Options));
        var device = await AddDeviceAsync(test.Database);
        for (var round = 0; round < 20; round++)
        {
            var id = await AddAsync(test.Database, device, new DeviceActionCommand.VerifyHealth());

            // Two nodes with their own check-ins: on PostgreSQL their transactions overlap.
            var claimed = await Task.WhenAll(
                Enumerable.Range(0, 6).Select(i => ClaimAsync(i % 2 == 0 ? test.Database : other, $"{i}", id))
            );

            Assert.Equal(id, Assert.Single(claimed.SelectMany(c => c)));
            var command = (await new CommandQueue(test.Database).FindAsync(device, id, Cancel))!;
            Assert.Equal((CommandState.Sent, 1), (command.State, command.Attempts));
            Assert.Equal([id], claimed[int.Parse(command.SessionId!, System.Globalization.CultureInfo.InvariantCulture)]);
        }
    }

    [Fact]
    public async Task Claim_NotYetCommittedHidesTheCommandFromOtherSessionsOnPostgreSql()
    {
        await using var test = TestDatabase.Create(StorageProvider.PostgreSql);
        await using var other = new Database(Dialect.For(test.Options));
        var device = await AddDeviceAsync(test.Database);
        var id = await AddAsync(test.Database, device, new DeviceActionCommand.VerifyHealth());
        var claimed = new TaskCompletionSource();
        var mayCommit = new TaskCompletionSource();

        var first = test.Database.WriteAsync(
            async tx =>
            {
                var ids = await CommandQueue.ClaimAsync(tx, test.Dialect, [id], "1", Now);
                claimed.TrySetResult();
                await mayCommit.Task;
                return ids;
            },
            Cancel
        );
        await claimed.Task.WaitAsync(Cancel);
        var second = await ClaimAsync(other, "2", id);
        mayCommit.SetResult();

        Assert.Empty(second);
        Assert.Equal([id], await first);
    }

    [Theory, EveryDatabase]
    public async Task Command_IsClaimedRequeuedAndEndedOnce(string provider)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        var device = await AddDeviceAsync(test.Database);
        var queue = new CommandQueue(test.Database);
        var id = await AddAsync(test.Database, device, new DeviceActionCommand.ReadNodes(["./DevInfo/Mod"]));
        Assert.Equal(CommandState.Queued, Assert.Single(await queue.OpenAsync(device, Cancel)).State);

        Assert.Equal([id], await ClaimAsync(test.Database, "7", id));
        Assert.Empty(await ClaimAsync(test.Database, "8", id));
        await test.Database.WriteAsync(
            async tx =>
            {
                await CommandQueue.RequeueAsync(tx, test.Dialect, [id]);
                return 0;
            },
            Cancel
        );
        Assert.Equal([id], await ClaimAsync(test.Database, "9", id));
        var result = new DeviceActionResult([new NodeAnswer("./DevInfo/Mod", 200, null, "<b>Book</b> ü 😀")]);
        Assert.True(await EndAsync(CommandState.Answered, result));
        Assert.False(await EndAsync(CommandState.Failed, null));

        Assert.Empty(await queue.OpenAsync(device, Cancel));
        var ended = Assert.Single(await queue.ListAsync(device, null, 10, Cancel));
        Assert.Equal((CommandState.Answered, 2, "9", Now.AddHours(1)), (ended.State, ended.Attempts, ended.SessionId, ended.EndedAt));
        Assert.Equal(result, ended.Result);
        Assert.Equal(new DeviceActionCommand.ReadNodes(["./DevInfo/Mod"]), ended.Command);

        Task<bool> EndAsync(CommandState state, DeviceActionResult? result) =>
            test.Database.WriteAsync(tx => CommandQueue.EndAsync(tx, id, state, result, Now.AddHours(1)), Cancel);
    }

    [Theory, EveryDatabase]
    public async Task EndEnrollment_CancelsPendingCommands(string provider)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        var store = new DeviceStore(test.Database);
        var device = await AddDeviceAsync(test.Database);
        var unenroll = await AddAsync(test.Database, device, new DeviceActionCommand.Unenroll());
        var sent = await AddAsync(test.Database, device, new DeviceActionCommand.VerifyHealth());
        var queued = await AddAsync(test.Database, device, new DeviceActionCommand.ReadNodes(["./DevInfo/Mod"]));
        await ClaimAsync(test.Database, "1", unenroll, sent);
        var record = (await store.FindAsync("e-1", Cancel))!;
        Assert.True(record.HasCommands);

        await test.Database.WriteAsync(tx => DeviceStore.EndAsync(tx, record, EndReason.Retired, Now, Cancel), Cancel);

        var states = (await new CommandQueue(test.Database).ListAsync(device, null, 10, Cancel)).ToDictionary(c => c.Id, c => c.State);
        Assert.Equal(
            (CommandState.Answered, CommandState.Cancelled, CommandState.Cancelled),
            (states[unenroll], states[sent], states[queued])
        );
        Assert.False((await store.FindAsync("e-1", Cancel))!.HasCommands);
    }

    [Theory, EveryDatabase]
    public async Task BlockDevice_MakesAConcurrentSaveFail(string provider)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        var store = new DeviceStore(test.Database);
        var device = await AddDeviceAsync(test.Database);
        var seen = (await store.FindAsync("e-1", Cancel))!;

        Assert.True(await test.Database.WriteAsync(tx => DeviceBlocks.BlockAsync(tx, device, BlockReason.Person, Now), Cancel));

        Assert.False(
            await test.Database.WriteAsync(tx => DeviceStore.SaveAsync(tx, seen.Enrollment, seen.SyncState, seen.SyncState, Cancel), Cancel)
        );
        var now = (await store.FindAsync("e-1", Cancel))!.Enrollment;
        Assert.Equal((Now, BlockReason.Person), (now.BlockedAt, now.BlockReason));
        await FleetCount.CheckAsync(test.Database, Cancel);
    }

    private static async Task<long> AddDeviceAsync(Database database) =>
        (
            await database.WriteAsync(
                tx =>
                    DeviceStore.AddAsync(
                        tx,
                        new EnrolledDevice
                        {
                            Key = 0,
                            Id = "e-1",
                            TenantId = Guid.NewGuid(),
                            ObjectId = Guid.NewGuid(),
                            DeviceId = "ABCDEF",
                            Upn = "ana@northwind.example",
                            PersonName = "Ana",
                            DeviceName = "LAPTOP",
                            OsVersion = "",
                            Grouping = "g",
                            EnrolledAt = Now,
                        },
                        Cancel
                    ),
                Cancel
            )
        ).Key;

    private static async Task<string> AddAsync(Database database, long device, DeviceActionCommand command)
    {
        var added = new DeviceCommand
        {
            Id = Guid.CreateVersion7().ToString("D"),
            Command = command,
            State = CommandState.Queued,
            RequestedById = Guid.NewGuid(),
            RequestedBy = "Hedda Help",
            RequestedAt = Now,
            ExpiresAt = Now + DeviceCommand.Lifetime,
        };
        await database.WriteAsync(
            async tx =>
            {
                await CommandQueue.AddAsync(tx, device, added);
                return 0;
            },
            Cancel
        );
        return added.Id;
    }

    private static Task<IReadOnlyList<string>> ClaimAsync(Database database, string session, params string[] ids) =>
        database.WriteAsync(tx => CommandQueue.ClaimAsync(tx, database.Dialect, ids, session, Now), Cancel);
}
