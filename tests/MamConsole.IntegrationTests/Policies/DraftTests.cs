using System.Data.Common;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.Server;
using MamConsole.Server.Policies;

namespace MamConsole.IntegrationTests.Policies;

public sealed class DraftTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_wrong_value_is_kept_as_typed_and_named(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();

        await room.SaveAsync(id, PolicyRoom.Wrong);
        var review = (await room.Get<PolicyQueries>().ReviewAsync(PolicyRoom.Author, id, Cancel)).Value();

        Assert.Equal(PolicyRoom.Wrong, review.Policy.Draft);
        Assert.Null(review.Nodes);
        Assert.Equal("deviceLock.lockAfterMinutes", Assert.Single(review.Review.Findings, f => f.Severity == Severity.Block).Field);
    }

    [Theory, EveryDatabase]
    public async Task Who_saves_over_somebody_elses_draft_is_told_whose(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        var eve = PolicyRoom.Person("Eve", Server.Access.AppRole.Author);
        await room.Get<SaveDraft>().ExecuteAsync(eve, id, 1, PolicyRoom.Lock(7), Cancel);

        var conflict = (
            await room.Get<SaveDraft>().ExecuteAsync(PolicyRoom.Author, id, 1, PolicyRoom.Lock(8), Cancel)
        ).Problem<DraftConflict>();
        var discard = (await room.Get<DiscardDraft>().ExecuteAsync(PolicyRoom.Author, id, 1, Cancel)).Problem<DraftConflict>();

        Assert.Equal(new DraftConflict(1, 2, "Eve"), conflict);
        Assert.Equal(conflict, discard);
        Assert.Equal(PolicyRoom.Lock(7), (await room.GetAsync(id)).Draft);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_savers_at_once_one_wins(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(i =>
                    Task.Run(() => room.Get<SaveDraft>().ExecuteAsync(PolicyRoom.Author, id, 1, PolicyRoom.Lock(i), Cancel), Cancel)
                )
        );

        Assert.Equal(2, Assert.Single(outcomes, o => o.ProblemOrNull() is null).Value());
        Assert.Equal(7, outcomes.Count(o => o.ProblemOrNull() is DraftConflict { Expected: 1, Actual: 2 }));
        Assert.Equal(2, (await room.AuditAsync()).Count);
    }

    [Theory, EveryDatabase]
    public async Task Saving_the_same_again_writes_nothing(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Lock(5));

        Assert.Equal(1, await room.SaveAsync(id, PolicyRoom.Lock(5)));
        Assert.Single(await room.AuditAsync());
    }

    [Theory, EveryDatabase]
    public async Task Discarding_brings_back_what_is_in_force(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Lock(5));
        Assert.Equal(2, (await room.Get<DiscardDraft>().ExecuteAsync(PolicyRoom.Author, id, 1, Cancel)).Value());
        Assert.Equal(new WrittenPolicy(), (await room.GetAsync(id)).Draft);

        await room.PublishAsync(id, PolicyRoom.Lock(6));
        var revision = await room.SaveAsync(id, PolicyRoom.Wrong);
        await room.Get<DiscardDraft>().ExecuteAsync(PolicyRoom.Author, id, revision, Cancel);

        Assert.Equal(PolicyRoom.Lock(6), (await room.GetAsync(id)).Draft);
    }

    [Theory, EveryDatabase]
    public async Task Names_are_unique_whatever_their_case(string provider)
    {
        await using var room = new PolicyRoom(provider);
        await room.CreateAsync(name: "Sales");
        var other = await room.CreateAsync(name: "Other");

        (await room.Get<CreatePolicy>().ExecuteAsync(PolicyRoom.Author, " sales ", null, Cancel)).Problem<NameTaken>();
        (await room.Get<RenamePolicy>().ExecuteAsync(PolicyRoom.Author, other, "SALES", Cancel)).Problem<NameTaken>();
        (await room.Get<CreatePolicy>().ExecuteAsync(PolicyRoom.Author, "  ", null, Cancel)).Problem<TextInvalid>();
        Assert.Equal("other", (await room.Get<RenamePolicy>().ExecuteAsync(PolicyRoom.Author, other, "other", Cancel)).Value());

        Assert.Equal(
            ["Renamed Other to other", "Created the policy Other", "Created the policy Sales"],
            (await room.AuditAsync()).Select(e => e.Words)
        );
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_there_is_said_to_be_missing(string provider)
    {
        await using var room = new PolicyRoom(provider);
        foreach (var id in new[] { "x\0", $"{Guid.NewGuid()}", "" })
        {
            (await room.Get<PolicyQueries>().GetAsync(PolicyRoom.Author, id, Cancel)).Problem<NotFound>();
            (await room.Get<SaveDraft>().ExecuteAsync(PolicyRoom.Author, id, 1, new WrittenPolicy(), Cancel)).Problem<NotFound>();
            (await room.Get<DiscardDraft>().ExecuteAsync(PolicyRoom.Author, id, 1, Cancel)).Problem<NotFound>();
            (await room.Get<RenamePolicy>().ExecuteAsync(PolicyRoom.Author, id, "x", Cancel)).Problem<NotFound>();
            (
                await room.Get<PublishPolicy>().ExecuteAsync(PolicyRoom.Publisher, id, new PublishRequest { DraftRevision = 1 }, Cancel)
            ).Problem<NotFound>();
        }
    }

    [Theory, EveryDatabase]
    public async Task A_document_beyond_all_measure_is_refused(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var huge = new WrittenPolicy { DeviceLock = new DeviceLockSettings { History = new string('9', PolicyDocument.MaximumLength) } };

        (await room.Get<CreatePolicy>().ExecuteAsync(PolicyRoom.Author, "Huge", huge, Cancel)).Problem<DocumentTooLarge>();
        var id = await room.CreateAsync();
        (await room.Get<SaveDraft>().ExecuteAsync(PolicyRoom.Author, id, 1, huge, Cancel)).Problem<DocumentTooLarge>();
    }

    [Theory, EveryDatabase]
    public async Task Without_its_audit_event_nothing_is_written(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Lock(5));
        var before = await room.GetAsync(id);
        await room.RefuseInsertsAsync("audit_events");

        await Assert.ThrowsAnyAsync<DbException>(() => room.Get<CreatePolicy>().ExecuteAsync(PolicyRoom.Author, "Other", null, Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => room.Get<RenamePolicy>().ExecuteAsync(PolicyRoom.Author, id, "Other", Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() =>
            room.Get<SaveDraft>().ExecuteAsync(PolicyRoom.Author, id, 1, PolicyRoom.Lock(6), Cancel)
        );
        await Assert.ThrowsAnyAsync<DbException>(() => room.Get<DiscardDraft>().ExecuteAsync(PolicyRoom.Author, id, 1, Cancel));
        await Assert.ThrowsAnyAsync<DbException>(() => room.TryPublishAsync(id));

        Assert.Equal(before, await room.GetAsync(id));
        Assert.Equal(
            (1, 0, 0),
            (await room.CountAsync("policies"), await room.CountAsync("policy_versions"), await room.CountAsync("policy_heads"))
        );
    }
}
