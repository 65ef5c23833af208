using MamConsole.Server.Policies;
using MamConsole.Server.Policies.Pages;
using Microsoft.Extensions.Logging.Abstractions;

namespace MamConsole.IntegrationTests.Policies.Pages;

public sealed class DraftKeeperTests
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_is_typed_is_saved_once_a_moment_after_the_last_key()
    {
        await using var room = new PolicyRoom("Sqlite");
        var id = await room.CreateAsync(PolicyRoom.Lock(1));
        await using var keeper = await OpenAsync(room, id);
        var saved = Saved(keeper);

        keeper.Change(PolicyRoom.Lock(12));
        room.Time.Advance(AMoment / 4);
        keeper.Change(PolicyRoom.Lock(123));
        Assert.Equal(SavingState.Waiting, keeper.State);
        room.Time.Advance(AMoment);
        await saved;

        var stored = await room.GetAsync(id);
        Assert.Equal((PolicyRoom.Lock(123), 2), (stored.Draft, stored.DraftRevision));
        Assert.Equal((SavingState.Saved, 2), (keeper.State, keeper.Revision));
    }

    [Fact]
    public async Task Leaving_the_page_saves_what_was_not_saved_yet()
    {
        await using var room = new PolicyRoom("Sqlite");
        var id = await room.CreateAsync();
        var keeper = await OpenAsync(room, id);

        keeper.Change(PolicyRoom.Lock(5));
        await keeper.DisposeAsync();

        Assert.Equal(PolicyRoom.Lock(5), (await room.GetAsync(id)).Draft);
    }

    [Fact]
    public async Task Somebody_elses_draft_is_never_overwritten_without_being_asked()
    {
        await using var room = new PolicyRoom("Sqlite");
        var id = await room.CreateAsync();
        await using var keeper = await OpenAsync(room, id);
        await room.SaveAsync(id, PolicyRoom.Lock(5));

        keeper.Change(PolicyRoom.Lock(9));
        await keeper.SaveAsync();
        keeper.Change(PolicyRoom.Lock(10));
        await keeper.SaveAsync();

        Assert.Equal(SavingState.Conflict, keeper.State);
        Assert.Equal("Ada Author", Assert.IsType<DraftConflict>(keeper.Problem).By);
        Assert.Equal(PolicyRoom.Lock(5), (await room.GetAsync(id)).Draft);

        await keeper.KeepMineAsync();

        Assert.Equal(SavingState.Saved, keeper.State);
        Assert.Equal(PolicyRoom.Lock(10), (await room.GetAsync(id)).Draft);
    }

    [Fact]
    public async Task An_outage_is_said_and_the_next_attempt_saves()
    {
        await using var room = new PolicyRoom("Sqlite");
        var id = await room.CreateAsync();
        await using var keeper = await OpenAsync(room, id);
        await room.RefuseInsertsAsync("audit_events");

        keeper.Change(PolicyRoom.Lock(9));
        await keeper.SaveAsync();
        Assert.Equal(SavingState.Failed, keeper.State);

        await room.AllowInsertsAsync("audit_events");
        await keeper.SaveAsync();

        Assert.Equal(SavingState.Saved, keeper.State);
        Assert.Equal(PolicyRoom.Lock(9), (await room.GetAsync(id)).Draft);
    }

    private static async Task<DraftKeeper> OpenAsync(PolicyRoom room, string id) =>
        new(room.Get<SaveDraft>(), PolicyRoom.Author, await room.GetAsync(id), room.Time, NullLogger.Instance);

    private static Task Saved(DraftKeeper keeper)
    {
        var saved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        keeper.Changed = () =>
        {
            if (keeper.State == SavingState.Saved)
            {
                saved.TrySetResult();
            }
        };
        return saved.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
