using System.Data.Common;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.InformationProtection;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies;

namespace MamConsole.IntegrationTests.Policies;

public sealed class PublishTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Publish_CreatesAVersionWithItsNodes(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Lock(5));

        var published = (await host.TryPublishAsync(id, "  First  ")).Value();

        Assert.Equal(
            (1, "First", "Paul Publisher", host.Time.GetUtcNow()),
            (published.Number, published.Reason, published.PublishedBy, published.PublishedAt)
        );
        Assert.Equal(PolicyTestHost.Lock(5), published.Document);
        Assert.Contains(
            published.Nodes.Nodes,
            n => n.LocUri.EndsWith("/MaxInactivityTimeDeviceLock", StringComparison.Ordinal) && n.Value == "5"
        );
        Assert.Equal(64, published.CompilerOptionsHash.Length);

        // A second store without cached versions reads the version again.
        var again = await new VersionStore(host.Database).GetAsync(published.VersionId, Cancel);
        Assert.Equal(published, again);
        Assert.Equal(published, (await host.GetAsync(id)).Published);
    }

    [Theory, EveryDatabase]
    public async Task Publish_RejectsABlockingFinding(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Wrong);

        var blocked = (await host.TryPublishAsync(id, "Please")).Problem<PolicyBlocked>();

        Assert.Equal("DL-06", Assert.Single(blocked.Findings).Code);
        Assert.Equal(0, await host.CountAsync("policy_versions"));
    }

    [Theory, EveryDatabase]
    public async Task Publish_RequiresAReasonForAWarningAndStoresIt(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Warned);

        (await host.TryPublishAsync(id, "  ")).Problem<ReasonMissing>();
        var version = (await host.TryPublishAsync(id, "We know")).Value();

        Assert.Equal("We know", version.Reason);
        var entry = (await host.AuditAsync())[0];
        Assert.Equal("DL-05", Assert.Single(entry.Event.GetProperty("accepted").EnumerateArray()).GetString());
    }

    [Theory, EveryDatabase]
    public async Task Publish_RequiresThePolicyNameAsConfirmationOfADanger(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        await host.PublishAsync(id, PolicyTestHost.Protecting);
        await host.SaveAsync(
            id,
            PolicyTestHost.Protecting with
            {
                InformationProtection = PolicyTestHost.Protecting.InformationProtection with { Mode = ProtectionMode.Off },
            }
        );

        var review = (await host.Get<PolicyQueries>().ReviewAsync(PolicyTestHost.Author, id, Cancel)).Value();
        Assert.Equal("Default", review.RequiredConfirmation);
        Assert.Equal(
            review.RequiredConfirmation,
            host.Get<PolicyQueries>().Review(review.Policy.Draft, review.Policy).RequiredConfirmation
        );

        (await host.TryPublishAsync(id, confirmation: "Default")).Problem<ReasonMissing>();
        var missing = (await host.TryPublishAsync(id, "Enough", "default")).Problem<ConfirmationMissing>();
        Assert.Equal("Default", missing.ExpectedText);
        Assert.Equal("W-MODE-02", Assert.Single(missing.Findings).Code);
        Assert.Equal(2, (await host.TryPublishAsync(id, "Enough", " Default ")).Value().Number);
        Assert.Contains(
            "W-MODE-02",
            (await host.AuditAsync())[0].Event.GetProperty("accepted").EnumerateArray().Select(code => code.GetString())
        );
    }

    [Theory, EveryDatabase]
    public async Task Publish_StoresNothingWhenAnyWriteFails(string provider)
    {
        foreach (var table in new[] { "policy_versions", "policy_heads", "audit_events" })
        {
            await using var host = new PolicyTestHost(provider);
            var id = await host.CreateAsync(PolicyTestHost.Lock(5));
            var before = await host.GetAsync(id);
            await host.RejectInsertsAsync(table);

            await Assert.ThrowsAnyAsync<DbException>(() => host.TryPublishAsync(id));

            Assert.Equal(before, await host.GetAsync(id));
            Assert.Equal(
                (0, 0, 1),
                (await host.CountAsync("policy_versions"), await host.CountAsync("policy_heads"), await host.CountAsync("audit_events"))
            );
        }
    }

    [Theory, EveryDatabase]
    public async Task Publish_RejectsAnUnchangedDocument(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Lock(5));
        await host.TryPublishAsync(id);

        Assert.Equal(1, (await host.TryPublishAsync(id)).Problem<NothingToPublish>().Number);
    }

    [Theory, EveryDatabase]
    public async Task Publish_RejectsAnOutdatedDraftRevision(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync(PolicyTestHost.Lock(5));
        await host.SaveAsync(id, PolicyTestHost.Lock(6));

        var conflict = (
            await host.Get<PublishPolicy>().ExecuteAsync(PolicyTestHost.Publisher, id, new PublishRequest { DraftRevision = 1 }, Cancel)
        ).Problem<DraftConflict>();

        Assert.Equal(new DraftConflict(1, 2, "Ada Author"), conflict);
    }

    [Theory, EveryDatabase]
    public async Task Publish_ConcurrentlySucceedsOnceWithoutGapsInNumbers(string provider)
    {
        // All reviews are complete before the first write, because the device count runs in between.
        const int publishers = 6;
        CountdownEvent? reviewed = null;
        await using var host = new PolicyTestHost(
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
        var id = await host.CreateAsync();

        for (var round = 1; round <= 3; round++)
        {
            await host.SaveAsync(id, PolicyTestHost.Lock(round));
            using var barrier = reviewed = new CountdownEvent(publishers);
            var outcomes = await Task.WhenAll(
                Enumerable.Range(0, publishers).Select(_ => Task.Run(() => host.TryPublishAsync(id), Cancel))
            );
            reviewed = null;

            Assert.Equal(round, Assert.Single(outcomes, o => o.ProblemOrNull() is null).Value().Number);
            Assert.All(
                outcomes.Select(o => o.ProblemOrNull()).OfType<Problem>(),
                problem => Assert.Equal(new VersionConflict(round - 1, round), problem)
            );
        }

        Assert.Equal([3, 2, 1], (await host.VersionsAsync(id)).Select(v => v.Number));
    }

    [Theory, EveryDatabase]
    public async Task Rollback_PublishesTheOldDocumentAsANewVersion(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        var first = await host.PublishAsync(id, PolicyTestHost.Lock(5));
        await host.PublishAsync(id, PolicyTestHost.Lock(6));

        var back = (await RollBackAsync(host, id, to: 1, current: 2)).Value();

        Assert.Equal((3, 1), (back.Number, back.RolledBackFrom));
        Assert.Equal((first.Document, first.Nodes), (back.Document, back.Nodes));
        var policy = await host.GetAsync(id);
        Assert.Equal((3, PolicyTestHost.Lock(5)), (policy.Published!.Number, policy.Draft));
        Assert.Equal("Rolled back to version 1, published as version 3: Oops", (await host.AuditAsync())[0].Summary);
    }

    [Theory, EveryDatabase]
    public async Task Rollback_PreservesADraftWithUnpublishedChanges(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        await host.PublishAsync(id, PolicyTestHost.Lock(5));
        await host.PublishAsync(id, PolicyTestHost.Lock(6));
        await host.SaveAsync(id, PolicyTestHost.Lock(7));

        await RollBackAsync(host, id, to: 1, current: 2);

        Assert.Equal(PolicyTestHost.Lock(7), (await host.GetAsync(id)).Draft);
    }

    [Theory, EveryDatabase]
    public async Task Rollback_RequiresTheCurrentVersionAnOlderTargetAndAReason(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        await host.PublishAsync(id, PolicyTestHost.Lock(5));
        await host.PublishAsync(id, PolicyTestHost.Lock(6));

        Assert.Equal(new VersionConflict(1, 2), (await RollBackAsync(host, id, to: 1, current: 1)).Problem<VersionConflict>());
        (await RollBackAsync(host, id, to: 9, current: 2)).Problem<NotFound>();
        (await RollBackAsync(host, id, to: 2, current: 2)).Problem<NothingToPublish>();
        (await RollBackAsync(host, id, to: 1, current: 2, reason: " ")).Problem<ReasonMissing>();
        Assert.Equal(2, (await host.VersionsAsync(id)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Version_CannotBeChangedOrDeletedInTheDatabase(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        await host.PublishAsync(id, PolicyTestHost.Lock(5));
        var before = await host.VersionsAsync(id);

        foreach (
            var sql in new[]
            {
                "UPDATE policy_versions SET reason = 'x'",
                "DELETE FROM policy_versions",
                "UPDATE audit_events SET words = 'x'",
            }
        )
        {
            await Assert.ThrowsAnyAsync<DbException>(() => host.Database.WriteAsync(tx => tx.ExecuteAsync(sql), Cancel));
        }

        Assert.Equal(before, await host.VersionsAsync(id));
    }

    [Theory, EveryDatabase]
    public async Task VersionList_PagesFromTheNewest(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        for (var i = 1; i <= 5; i++)
        {
            await host.PublishAsync(id, PolicyTestHost.Lock(i));
        }

        var queries = host.Get<PolicyQueries>();
        var first = (await queries.VersionsAsync(PolicyTestHost.Author, id, null, 2, Cancel)).Value();
        var second = (await queries.VersionsAsync(PolicyTestHost.Author, id, first[^1].Number, 2, Cancel)).Value();

        Assert.Equal([5, 4, 3, 2], first.Concat(second).Select(v => v.Number));
        Assert.Equal(PolicyTestHost.Lock(4), (await queries.VersionAsync(PolicyTestHost.Author, new(id, 4), Cancel)).Value().Document);
        (await queries.VersionAsync(PolicyTestHost.Author, new(id, 6), Cancel)).Problem<NotFound>();
    }

    [Theory, EveryDatabase]
    public async Task Compare_AcceptsAnyTwoVersionsAndZeroForNone(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        await host.PublishAsync(id, PolicyTestHost.Lock(5));
        await host.PublishAsync(id, PolicyTestHost.Lock(6));
        var queries = host.Get<PolicyQueries>();

        var changed = Assert.Single((await queries.CompareAsync(PolicyTestHost.Author, id, 1, 2, Cancel)).Value().Changes);

        Assert.Equal("deviceLock.lockAfterMinutes", changed.Field);
        Assert.NotEmpty((await queries.CompareAsync(PolicyTestHost.Author, id, 0, 1, Cancel)).Value().Changes);
        Assert.Empty((await queries.CompareAsync(PolicyTestHost.Author, id, 2, 2, Cancel)).Value().Changes);
        (await queries.CompareAsync(PolicyTestHost.Author, id, 1, 3, Cancel)).Problem<NotFound>();
    }

    [Theory, EveryDatabase]
    public async Task PolicyList_ShowsThePublishedVersionAndUnpublishedChanges(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var everyone = PolicyTestHost.Lock(5) with { Assignment = new AssignmentSettings { To = AssignmentKind.Everyone } };
        var published = await host.CreateAsync(name: "B");
        await host.CreateAsync(everyone, name: "A");
        await host.PublishAsync(published, everyone);
        await host.SaveAsync(published, everyone with { Assignment = new AssignmentSettings { To = AssignmentKind.Nobody } });

        var list = (await host.Get<PolicyQueries>().ListAsync(PolicyTestHost.Author, Cancel)).Value();

        Assert.Equal(
            [("B", 1, true, AssignmentKind.Everyone), ("A", null, true, AssignmentKind.Everyone)],
            list.Select(i => (i.Name, i.PublishedNumber, i.HasUnpublishedChanges, i.Assignment.To!.Value))
        );
    }

    [Theory, EveryDatabase]
    public async Task ActivePolicyCache_IsCurrentAtOnceHereAndAfterItsFreshnessElsewhere(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        await using var otherNode = new Server.Storage.Database(Server.Storage.Dialect.For(host.Options));
        var elsewhere = new ActivePolicyCache(otherNode, new VersionStore(otherNode), host.Time);
        var id = await host.CreateAsync();
        Assert.Empty(await host.Get<ActivePolicyCache>().GetAsync(Cancel));
        Assert.Empty(await elsewhere.GetAsync(Cancel));

        var version = await host.PublishAsync(id, PolicyTestHost.Lock(5));

        var activePolicy = Assert.Single(await host.Get<ActivePolicyCache>().GetAsync(Cancel));
        Assert.Equal(
            (id, "Default", version.VersionId, 1),
            (activePolicy.PolicyId, activePolicy.Name, activePolicy.VersionId, activePolicy.Number)
        );
        Assert.Empty(await elsewhere.GetAsync(Cancel));
        host.Time.Advance(ActivePolicyCache.Freshness);
        Assert.Equal(activePolicy, Assert.Single(await elsewhere.GetAsync(Cancel)));
        Assert.Equal(version.Nodes, await host.Get<VersionStore>().NodesAsync(activePolicy.VersionId, Cancel));
        Assert.Equal(CompiledPolicy.Empty, await host.Get<VersionStore>().NodesAsync(0, Cancel));
    }

    private static Task<Outcome<PublishedVersion>> RollBackAsync(
        PolicyTestHost host,
        string id,
        int to,
        int current,
        string reason = "Oops"
    ) =>
        host.Get<RollBackPolicy>()
            .ExecuteAsync(
                PolicyTestHost.Publisher,
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
