using System.Data.Common;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.Server;
using MamConsole.Server.Policies;

namespace MamConsole.IntegrationTests.Policies;

public sealed class PublishTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task A_draft_becomes_a_version_with_its_nodes(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Lock(5));

        var published = (await room.TryPublishAsync(id, "  First  ")).Value();

        Assert.Equal(
            (1, "First", "Paul Publisher", room.Time.GetUtcNow()),
            (published.Number, published.Reason, published.PublishedBy, published.PublishedAt)
        );
        Assert.Equal(PolicyRoom.Lock(5), published.Document);
        Assert.Contains(
            published.Nodes.Nodes,
            n => n.LocUri.EndsWith("/MaxInactivityTimeDeviceLock", StringComparison.Ordinal) && n.Value == "5"
        );
        Assert.Equal(64, published.CompilerOptionsHash.Length);

        // Read again by a second room with nothing kept in memory.
        var again = await new VersionStore(room.Database).GetAsync(published.VersionId, Cancel);
        Assert.Equal(published, again);
        Assert.Equal(published, (await room.GetAsync(id)).Published);
    }

    [Theory, EveryDatabase]
    public async Task What_a_rule_forbids_is_not_published(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Wrong);

        var blocked = (await room.TryPublishAsync(id, "Please")).Problem<PolicyBlocked>();

        Assert.Equal("DL-06", Assert.Single(blocked.Findings).Code);
        Assert.Equal(0, await room.CountAsync("policy_versions"));
    }

    [Theory, EveryDatabase]
    public async Task A_warning_needs_a_reason_which_is_kept(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Warned);

        (await room.TryPublishAsync(id, "  ")).Problem<ReasonMissing>();
        var version = (await room.TryPublishAsync(id, "We know")).Value();

        Assert.Equal("We know", version.Reason);
        var entry = (await room.AuditAsync())[0];
        Assert.Equal("DL-05", Assert.Single(entry.Event.GetProperty("accepted").EnumerateArray()).GetString());
    }

    [Theory, EveryDatabase]
    public async Task Danger_needs_the_policys_name_typed(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        await room.PublishAsync(id, PolicyRoom.Protecting);
        await room.SaveAsync(
            id,
            PolicyRoom.Protecting with
            {
                InformationProtection = PolicyRoom.Protecting.InformationProtection with { Mode = ProtectionMode.Off },
            }
        );

        var review = (await room.Get<PolicyQueries>().ReviewAsync(PolicyRoom.Author, id, Cancel)).Value();
        Assert.Equal("Default", review.RequiredConfirmation);
        Assert.Equal(
            review.RequiredConfirmation,
            room.Get<PolicyQueries>().Review(review.Policy.Draft, review.Policy).RequiredConfirmation
        );

        (await room.TryPublishAsync(id, confirmation: "Default")).Problem<ReasonMissing>();
        var missing = (await room.TryPublishAsync(id, "Enough", "default")).Problem<ConfirmationMissing>();
        Assert.Equal("Default", missing.ExpectedText);
        Assert.Equal("W-MODE-02", Assert.Single(missing.Findings).Code);
        Assert.Equal(2, (await room.TryPublishAsync(id, "Enough", " Default ")).Value().Number);
        Assert.Contains(
            "W-MODE-02",
            (await room.AuditAsync())[0].Event.GetProperty("accepted").EnumerateArray().Select(code => code.GetString())
        );
    }

    [Theory, EveryDatabase]
    public async Task Whatever_write_fails_nothing_of_the_version_stays(string provider)
    {
        foreach (var table in new[] { "policy_versions", "policy_heads", "audit_events" })
        {
            await using var room = new PolicyRoom(provider);
            var id = await room.CreateAsync(PolicyRoom.Lock(5));
            var before = await room.GetAsync(id);
            await room.RefuseInsertsAsync(table);

            await Assert.ThrowsAnyAsync<DbException>(() => room.TryPublishAsync(id));

            Assert.Equal(before, await room.GetAsync(id));
            Assert.Equal(
                (0, 0, 1),
                (await room.CountAsync("policy_versions"), await room.CountAsync("policy_heads"), await room.CountAsync("audit_events"))
            );
        }
    }

    [Theory, EveryDatabase]
    public async Task The_same_document_is_not_published_twice(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Lock(5));
        await room.TryPublishAsync(id);

        Assert.Equal(1, (await room.TryPublishAsync(id)).Problem<NothingToPublish>().Number);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_draft_that_was_looked_at_is_published(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync(PolicyRoom.Lock(5));
        await room.SaveAsync(id, PolicyRoom.Lock(6));

        var conflict = (
            await room.Get<PublishPolicy>().ExecuteAsync(PolicyRoom.Publisher, id, new PublishRequest { DraftRevision = 1 }, Cancel)
        ).Problem<DraftConflict>();

        Assert.Equal(new DraftConflict(1, 2, "Ada Author"), conflict);
    }

    [Theory, EveryDatabase]
    public async Task Of_publishers_at_once_one_wins_and_numbers_have_no_gaps(string provider)
    {
        // Everybody has reviewed before anybody writes: the count of devices is asked in between.
        const int publishers = 6;
        CountdownEvent? reviewed = null;
        await using var room = new PolicyRoom(
            provider,
            async (_, _, ct) =>
            {
                if (reviewed is { IsSet: false } waiting)
                {
                    waiting.Signal();
                    await Task.Run(() => waiting.Wait(ct), ct);
                }

                return null;
            }
        );
        var id = await room.CreateAsync();

        for (var round = 1; round <= 3; round++)
        {
            await room.SaveAsync(id, PolicyRoom.Lock(round));
            using var barrier = reviewed = new CountdownEvent(publishers);
            var outcomes = await Task.WhenAll(
                Enumerable.Range(0, publishers).Select(_ => Task.Run(() => room.TryPublishAsync(id), Cancel))
            );
            reviewed = null;

            Assert.Equal(round, Assert.Single(outcomes, o => o.ProblemOrNull() is null).Value().Number);
            Assert.All(
                outcomes.Select(o => o.ProblemOrNull()).OfType<Problem>(),
                problem => Assert.Equal(new VersionConflict(round - 1, round), problem)
            );
        }

        Assert.Equal([3, 2, 1], (await room.VersionsAsync(id)).Select(v => v.Number));
    }

    [Theory, EveryDatabase]
    public async Task Rolling_back_publishes_the_old_document_as_a_new_version(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        var first = await room.PublishAsync(id, PolicyRoom.Lock(5));
        await room.PublishAsync(id, PolicyRoom.Lock(6));

        var back = (await RollBackAsync(room, id, to: 1, current: 2)).Value();

        Assert.Equal((3, 1), (back.Number, back.RolledBackFrom));
        Assert.Equal((first.Document, first.Nodes), (back.Document, back.Nodes));
        var policy = await room.GetAsync(id);
        Assert.Equal((3, PolicyRoom.Lock(5)), (policy.Published!.Number, policy.Draft));
        Assert.Equal("Rolled back to version 1, published as version 3: Oops", (await room.AuditAsync())[0].Words);
    }

    [Theory, EveryDatabase]
    public async Task Rolling_back_leaves_a_draft_with_changes_of_its_own(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        await room.PublishAsync(id, PolicyRoom.Lock(5));
        await room.PublishAsync(id, PolicyRoom.Lock(6));
        await room.SaveAsync(id, PolicyRoom.Lock(7));

        await RollBackAsync(room, id, to: 1, current: 2);

        Assert.Equal(PolicyRoom.Lock(7), (await room.GetAsync(id)).Draft);
    }

    [Theory, EveryDatabase]
    public async Task Rolling_back_wants_the_version_that_was_seen_an_old_one_and_a_reason(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        await room.PublishAsync(id, PolicyRoom.Lock(5));
        await room.PublishAsync(id, PolicyRoom.Lock(6));

        Assert.Equal(new VersionConflict(1, 2), (await RollBackAsync(room, id, to: 1, current: 1)).Problem<VersionConflict>());
        (await RollBackAsync(room, id, to: 9, current: 2)).Problem<NotFound>();
        (await RollBackAsync(room, id, to: 2, current: 2)).Problem<NothingToPublish>();
        (await RollBackAsync(room, id, to: 1, current: 2, reason: " ")).Problem<ReasonMissing>();
        Assert.Equal(2, (await room.VersionsAsync(id)).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_version_can_be_neither_changed_nor_deleted(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        await room.PublishAsync(id, PolicyRoom.Lock(5));
        var before = await room.VersionsAsync(id);

        foreach (
            var sql in new[]
            {
                "UPDATE policy_versions SET reason = 'x'",
                "DELETE FROM policy_versions",
                "UPDATE audit_events SET words = 'x'",
            }
        )
        {
            await Assert.ThrowsAnyAsync<DbException>(() => room.Database.WriteAsync(tx => tx.ExecuteAsync(sql), Cancel));
        }

        Assert.Equal(before, await room.VersionsAsync(id));
    }

    [Theory, EveryDatabase]
    public async Task The_history_comes_in_pages_newest_first(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        for (var i = 1; i <= 5; i++)
        {
            await room.PublishAsync(id, PolicyRoom.Lock(i));
        }

        var queries = room.Get<PolicyQueries>();
        var first = (await queries.VersionsAsync(PolicyRoom.Author, id, null, 2, Cancel)).Value();
        var second = (await queries.VersionsAsync(PolicyRoom.Author, id, first[^1].Number, 2, Cancel)).Value();

        Assert.Equal([5, 4, 3, 2], first.Concat(second).Select(v => v.Number));
        Assert.Equal(PolicyRoom.Lock(4), (await queries.VersionAsync(PolicyRoom.Author, id, 4, Cancel)).Value().Document);
        (await queries.VersionAsync(PolicyRoom.Author, id, 6, Cancel)).Problem<NotFound>();
    }

    [Theory, EveryDatabase]
    public async Task Any_two_versions_can_be_compared_and_zero_is_nothing(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var id = await room.CreateAsync();
        await room.PublishAsync(id, PolicyRoom.Lock(5));
        await room.PublishAsync(id, PolicyRoom.Lock(6));
        var queries = room.Get<PolicyQueries>();

        var changed = Assert.Single((await queries.CompareAsync(PolicyRoom.Author, id, 1, 2, Cancel)).Value().Changes);

        Assert.Equal("deviceLock.lockAfterMinutes", changed.Field);
        Assert.NotEmpty((await queries.CompareAsync(PolicyRoom.Author, id, 0, 1, Cancel)).Value().Changes);
        Assert.Empty((await queries.CompareAsync(PolicyRoom.Author, id, 2, 2, Cancel)).Value().Changes);
        (await queries.CompareAsync(PolicyRoom.Author, id, 1, 3, Cancel)).Problem<NotFound>();
    }

    [Theory, EveryDatabase]
    public async Task The_list_tells_what_is_in_force_and_what_is_not_published(string provider)
    {
        await using var room = new PolicyRoom(provider);
        var everyone = PolicyRoom.Lock(5) with { Assignment = new AssignmentSettings { To = AssignmentKind.Everyone } };
        var published = await room.CreateAsync(name: "B");
        await room.CreateAsync(everyone, name: "A");
        await room.PublishAsync(published, everyone);
        await room.SaveAsync(published, everyone with { Assignment = new AssignmentSettings { To = AssignmentKind.Nobody } });

        var list = (await room.Get<PolicyQueries>().ListAsync(PolicyRoom.Author, Cancel)).Value();

        Assert.Equal(
            [("B", 1, true, AssignmentKind.Everyone), ("A", null, true, AssignmentKind.Everyone)],
            list.Select(i => (i.Name, i.PublishedNumber, i.HasUnpublishedChanges, i.Assignment.To!.Value))
        );
    }

    [Theory, EveryDatabase]
    public async Task What_is_in_force_is_known_at_once_here_and_soon_elsewhere(string provider)
    {
        await using var room = new PolicyRoom(provider);
        await using var otherNode = new Server.Storage.Database(Server.Storage.Dialect.For(room.Options));
        var elsewhere = new PolicyHeads(otherNode, new VersionStore(otherNode), room.Time);
        var id = await room.CreateAsync();
        Assert.Empty(await room.Get<PolicyHeads>().GetAsync(Cancel));
        Assert.Empty(await elsewhere.GetAsync(Cancel));

        var version = await room.PublishAsync(id, PolicyRoom.Lock(5));

        var head = Assert.Single(await room.Get<PolicyHeads>().GetAsync(Cancel));
        Assert.Equal((id, "Default", version.VersionId, 1), (head.PolicyId, head.Name, head.VersionId, head.Number));
        Assert.Empty(await elsewhere.GetAsync(Cancel));
        room.Time.Advance(PolicyHeads.Freshness);
        Assert.Equal(head, Assert.Single(await elsewhere.GetAsync(Cancel)));
        Assert.Equal(version.Nodes, await room.Get<VersionStore>().NodesAsync(head.VersionId, Cancel));
        Assert.Equal(CompiledPolicy.Empty, await room.Get<VersionStore>().NodesAsync(0, Cancel));
    }

    private static Task<Outcome<PublishedVersion>> RollBackAsync(PolicyRoom room, string id, int to, int current, string reason = "Oops") =>
        room.Get<RollBackPolicy>()
            .ExecuteAsync(
                PolicyRoom.Publisher,
                id,
                new RollBackRequest
                {
                    ToNumber = to,
                    ExpectedCurrentNumber = current,
                    Reason = reason,
                },
                Cancel
            );
}
