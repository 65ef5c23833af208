using MamConsole.Server.Policies;
using MamConsole.Server.Policies.Pages;
using Microsoft.Extensions.Logging.Abstractions;

namespace MamConsole.IntegrationTests.Policies.Pages;

public sealed class DraftAutosaveTests
{
    private static readonly TimeSpan Instant = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Autosave_SavesOnceAfterTheLastChange()
    {
        await using var host = new PolicyTestHost("Sqlite");
        var id = await host.CreateAsync(PolicyTestHost.Lock(1));
        await using var autosave = await OpenAsync(host, id);
        var saved = Saved(autosave);

        autosave.Change(PolicyTestHost.Lock(12));
        host.Time.Advance(Instant / 4);
        autosave.Change(PolicyTestHost.Lock(123));
        Assert.Equal(SavingState.Waiting, autosave.State);
        host.Time.Advance(Instant);
        await saved;

        var stored = await host.GetAsync(id);
        Assert.Equal((PolicyTestHost.Lock(123), 2), (stored.Draft, stored.DraftRevision));
        Assert.Equal((SavingState.Saved, 2), (autosave.State, autosave.Revision));
    }

    [Fact]
    public async Task Autosave_SavesPendingChangesWhenThePageIsClosed()
    {
        await using var host = new PolicyTestHost("Sqlite");
        var id = await host.CreateAsync();
        var autosave = await OpenAsync(host, id);

        autosave.Change(PolicyTestHost.Lock(5));
        await autosave.DisposeAsync();

        Assert.Equal(PolicyTestHost.Lock(5), (await host.GetAsync(id)).Draft);
    }

    [Fact]
    public async Task Autosave_OverwritesAConflictingDraftOnlyOnRequest()
    {
        await using var host = new PolicyTestHost("Sqlite");
        var id = await host.CreateAsync();
        await using var autosave = await OpenAsync(host, id);
        await host.SaveAsync(id, PolicyTestHost.Lock(5));

        autosave.Change(PolicyTestHost.Lock(9));
        await autosave.SaveAsync();
        autosave.Change(PolicyTestHost.Lock(10));
        await autosave.SaveAsync();

        Assert.Equal(SavingState.Conflict, autosave.State);
        Assert.Equal("Ada Author", Assert.IsType<DraftConflict>(autosave.Problem).By);
        Assert.Equal(PolicyTestHost.Lock(5), (await host.GetAsync(id)).Draft);

        await autosave.OverwriteAsync();

        Assert.Equal(SavingState.Saved, autosave.State);
        Assert.Equal(PolicyTestHost.Lock(10), (await host.GetAsync(id)).Draft);
    }

    [Fact]
    public async Task Autosave_ReportsAnOutageAndSavesAtTheNextAttempt()
    {
        await using var host = new PolicyTestHost("Sqlite");
        var id = await host.CreateAsync();
        await using var autosave = await OpenAsync(host, id);
        await host.RejectInsertsAsync("audit_events");

        autosave.Change(PolicyTestHost.Lock(9));
        await autosave.SaveAsync();
        Assert.Equal(SavingState.Failed, autosave.State);

        await host.AllowInsertsAsync("audit_events");
        await autosave.SaveAsync();

        Assert.Equal(SavingState.Saved, autosave.State);
        Assert.Equal(PolicyTestHost.Lock(9), (await host.GetAsync(id)).Draft);
    }

    private static async Task<DraftAutosave> OpenAsync(PolicyTestHost host, string id) =>
        new(host.Get<SaveDraft>(), PolicyTestHost.Author, await host.GetAsync(id), host.Time, NullLogger.Instance);

    private static Task Saved(DraftAutosave autosave)
    {
        var saved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        autosave.Changed = () =>
        {
            if (autosave.State == SavingState.Saved)
            {
                saved.TrySetResult();
            }
        };
        return saved.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
