using System.Data.Common;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.PolicyEngine.Findings;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;

namespace MamConsole.IntegrationTests.Policies;

public sealed class DraftTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task SaveDraft_StoresAnInvalidValueAsTypedAndReportsIt(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();

        await host.SaveAsync(id, PolicyTestHost.Wrong);
        var review = (await host.Get<PolicyQueries>().ReviewAsync(PolicyTestHost.Author, id, Cancel)).Value();

        Assert.Equal(PolicyTestHost.Wrong, review.Policy.Draft);
        Assert.Null(review.Nodes);
        Assert.Equal("deviceLock.lockAfterMinutes", Assert.Single(review.Review.Findings, f => f.Severity == Severity.Block).Field);
    }

    [Theory, EveryDatabase]
    public async Task SaveDraft_OnAnOutdatedRevisionReportsTheOtherEditor(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        var eve = PolicyTestHost.Person("Eve", Server.Access.AppRole.Author);
        await host.Get<SaveDraft>().ExecuteAsync(eve, id, 1, PolicyTestHost.Lock(7), Cancel);

        var conflict = (
            await host.Get<SaveDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, PolicyTestHost.Lock(8), Cancel)
        ).Problem<DraftConflict>();
        var discard = (await host.Get<DiscardDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, Cancel)).Problem<DraftConflict>();

        Assert.Equal(new DraftConflict(1, 2, "Eve"), conflict);
        Assert.Equal(conflict, discard);
        Assert.Equal(PolicyTestHost.Lock(7), (await host.GetAsync(id)).Draft);
    }

    [Theory, EveryDatabase]
    public async Task SaveDraft_ConcurrentlySucceedsOnce(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(i =>
                    Task.Run(() => host.Get<SaveDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, PolicyTestHost.Lock(i), Cancel), Cancel)
                )
        );

        Assert.Equal(2, Assert.Single(outcomes, o => o.ProblemOrNull() is null).Value());
        Assert.Equal(7, outcomes.Count(o => o.ProblemOrNull() is DraftConflict { Expected: 1, Actual: 2 }));
        Assert.Equal(2, (await host.AuditAsync()).Count);
    }

    [Theory, EveryDatabase]
    public async Task SaveDraft_OfTheSameDocumentWritesNothing(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Lock(5));

        Assert.Equal(1, await host.SaveAsync(id, PolicyTestHost.Lock(5)));
        Assert.Single(await host.AuditAsync());
    }

    [Theory, EveryDatabase]
    public async Task DiscardDraft_RestoresThePublishedVersion(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Lock(5));
        Assert.Equal(2, (await host.Get<DiscardDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, Cancel)).Value());
        Assert.Equal(new WrittenPolicy(), (await host.GetAsync(id)).Draft);

        await host.PublishAsync(id, PolicyTestHost.Lock(6));
        var revision = await host.SaveAsync(id, PolicyTestHost.Wrong);
        await host.Get<DiscardDraft>().ExecuteAsync(PolicyTestHost.Author, id, revision, Cancel);

        Assert.Equal(PolicyTestHost.Lock(6), (await host.GetAsync(id)).Draft);
    }

    [Theory, EveryDatabase]
    public async Task PolicyName_IsUniqueIgnoringCase(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        await host.CreateAsync(name: "Sales");
        var other = await host.CreateAsync(name: "Other");

        (await host.Get<CreatePolicy>().ExecuteAsync(PolicyTestHost.Author, " sales ", null, Cancel)).Problem<NameTaken>();
        (await host.Get<RenamePolicy>().ExecuteAsync(PolicyTestHost.Author, other, "SALES", Cancel)).Problem<NameTaken>();
        (await host.Get<CreatePolicy>().ExecuteAsync(PolicyTestHost.Author, "  ", null, Cancel)).Problem<TextInvalid>();
        Assert.Equal("other", (await host.Get<RenamePolicy>().ExecuteAsync(PolicyTestHost.Author, other, "other", Cancel)).Value());

        Assert.Equal(
            ["Renamed Other to other", "Created the policy Other", "Created the policy Sales"],
            (await host.AuditAsync()).Select(e => e.Summary)
        );
    }

    [Theory, EveryDatabase]
    public async Task UnknownPolicy_IsReportedAsNotFound(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        foreach (var id in new[] { "x\0", $"{Guid.NewGuid()}", "" })
        {
            (await host.Get<PolicyQueries>().GetAsync(PolicyTestHost.Author, id, Cancel)).Problem<NotFound>();
            (await host.Get<SaveDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, new WrittenPolicy(), Cancel)).Problem<NotFound>();
            (await host.Get<DiscardDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, Cancel)).Problem<NotFound>();
            (await host.Get<RenamePolicy>().ExecuteAsync(PolicyTestHost.Author, id, "x", Cancel)).Problem<NotFound>();
            (
                await host.Get<PublishPolicy>().ExecuteAsync(PolicyTestHost.Publisher, id, new PublishRequest { DraftRevision = 1 }, Cancel)
            ).Problem<NotFound>();
        }
    }

    [Theory, EveryDatabase]
    public async Task SaveDraft_RejectsATooLargeDocument(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var huge = new WrittenPolicy { DeviceLock = new DeviceLockSettings { History = new string('9', PolicyDocument.MaximumLength) } };

        (await host.Get<CreatePolicy>().ExecuteAsync(PolicyTestHost.Author, "Huge", huge, Cancel)).Problem<DocumentTooLarge>();
        var id = await host.CreateAsync();
        (await host.Get<SaveDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, huge, Cancel)).Problem<DocumentTooLarge>();
    }

    [Theory, EveryDatabase]
    public async Task PolicyChange_IsNotStoredWithoutItsAuditEvent(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Lock(5));
        var before = await host.GetAsync(id);
        await host.RejectInsertsAsync("audit_events");

        await Assert.ThrowsAnyAsync<DbException>(() => host.Get<CreatePolicy>().ExecuteAsync(PolicyTestHost.Author, "Other", null, Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => host.Get<RenamePolicy>().ExecuteAsync(PolicyTestHost.Author, id, "Other", Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() =>
            host.Get<SaveDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, PolicyTestHost.Lock(6), Cancel)
        );
        await Assert.ThrowsAnyAsync<DbException>(() => host.Get<DiscardDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => host.TryPublishAsync(id));

        Assert.Equal(before, await host.GetAsync(id));
        Assert.Equal(
            (1, 0, 0),
            (await host.CountAsync("policies"), await host.CountAsync("policy_versions"), await host.CountAsync("policy_heads"))
        );
    }
}
