using System.Data.Common;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Policies.History;

namespace MamConsole.IntegrationTests.Policies.History;

public sealed class CommentTests
{
    private static readonly Administrator Auditor = PolicyTestHost.Person("Aud Itor", AppRole.Auditor);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Comment_IsStoredWithItsVersionAndInTheAuditTrail(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await PublishedAsync(host);

        var comment = (await host.Get<CommentOnVersion>().ExecuteAsync(Auditor, new(id, 1), "  Seen.\nAgreed in May.  ", Cancel)).Value();

        Assert.Equal(
            (1, "Aud Itor", "Seen.\nAgreed in May.", host.Time.GetUtcNow()),
            (comment.Number, comment.By, comment.Text, comment.At)
        );
        Assert.Equal(
            comment,
            Assert.Single((await host.Get<CommentQueries>().ListAsync(PolicyTestHost.Author, new(id, 1), null, 10, Cancel)).Value().Items)
        );
        Assert.Equal(
            comment,
            Assert.Single((await host.Get<CommentQueries>().OfVersionsAsync(PolicyTestHost.Author, id, 1, 2, Cancel)).Value())
        );
        var entry = (await host.AuditAsync())[0];
        Assert.Equal(
            ("versionCommented", "Commented on version 1: Seen.\nAgreed in May.", id),
            (entry.Action, entry.Summary, entry.Subject.Id)
        );
        Assert.Equal(1, entry.Event.GetProperty("number").GetInt32());
    }

    [Theory, EveryDatabase]
    public async Task CommentList_PagesFromTheOldestOfOneVersion(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await PublishedAsync(host);
        var other = await PublishedAsync(host, "Other");
        await host.PublishAsync(id, PolicyTestHost.Lock(7));
        foreach (
            var (policy, number, text) in new[]
            {
                (id, 1, "one"),
                (other, 1, "elsewhere"),
                (id, 1, "two"),
                (id, 2, "second"),
                (id, 1, "three"),
            }
        )
        {
            (await host.Get<CommentOnVersion>().ExecuteAsync(Auditor, new(policy, number), text, Cancel)).Value();
        }

        var queries = host.Get<CommentQueries>();
        var first = (await queries.ListAsync(Auditor, new(id, 1), null, 2, Cancel)).Value();
        var last = (await queries.ListAsync(Auditor, new(id, 1), first.Next, 2, Cancel)).Value();

        Assert.Equal(["one", "two"], first.Items.Select(c => c.Text));
        Assert.Equal((["three"], null), (last.Items.Select(c => c.Text).ToArray(), last.Next), StructuralComparer);
        Assert.Equal(
            ["one", "two", "second", "three"],
            (await queries.OfVersionsAsync(Auditor, id, 1, 2, Cancel)).Value().Select(c => c.Text)
        );
        Assert.Equal(["second"], (await queries.OfVersionsAsync(Auditor, id, 2, 2, Cancel)).Value().Select(c => c.Text));
    }

    [Theory, EveryDatabase]
    public async Task Comment_RejectsInvalidTextAndUnknownVersions(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await PublishedAsync(host);
        var comment = host.Get<CommentOnVersion>();

        (await comment.ExecuteAsync(Auditor, new(id, 1), " \n ", Cancel)).Problem<TextInvalid>();
        (await comment.ExecuteAsync(Auditor, new(id, 1), new string('x', PolicyText.MaximumComment + 1), Cancel)).Problem<TextInvalid>();
        (await comment.ExecuteAsync(Auditor, new(id, 1), "nul\0", Cancel)).Problem<TextInvalid>();
        (await comment.ExecuteAsync(Auditor, new(id, 2), "Too early", Cancel)).Problem<NotFound>();
        (await comment.ExecuteAsync(Auditor, new("0197a1b2-0000-7000-8000-000000000000", 1), "Nowhere", Cancel)).Problem<NotFound>();
        Assert.Equal(0, await host.CountAsync("version_comments"));
        (await comment.ExecuteAsync(Auditor, new(id, 1), new string('x', PolicyText.MaximumComment), Cancel)).Value();
    }

    [Theory, EveryDatabase]
    public async Task Comment_IsNotStoredWithoutItsAuditEvent(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await PublishedAsync(host);
        await host.RejectInsertsAsync("audit_events");

        await Assert.ThrowsAnyAsync<DbException>(() => host.Get<CommentOnVersion>().ExecuteAsync(Auditor, new(id, 1), "Lost", Cancel));

        Assert.Equal(0, await host.CountAsync("version_comments"));
    }

    [Theory, EveryDatabase]
    public async Task Comment_CannotBeChangedOrDeletedInTheDatabase(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await PublishedAsync(host);
        (await host.Get<CommentOnVersion>().ExecuteAsync(Auditor, new(id, 1), "For ever", Cancel)).Value();

        await Assert.ThrowsAnyAsync<DbException>(() =>
            host.Database.WriteAsync(t => t.ExecuteAsync("UPDATE version_comments SET text = 'Never'"), Cancel)
        );
        await Assert.ThrowsAnyAsync<DbException>(() =>
            host.Database.WriteAsync(t => t.ExecuteAsync("DELETE FROM version_comments"), Cancel)
        );
    }

    private static readonly EqualityComparer<(string[] Texts, long? Next)> StructuralComparer = EqualityComparer<(
        string[] Texts,
        long? Next
    )>.Create((a, b) => a.Texts.SequenceEqual(b.Texts) && a.Next == b.Next);

    private static async Task<string> PublishedAsync(PolicyTestHost host, string name = "Default")
    {
        var id = await host.CreateAsync(name: name);
        await host.PublishAsync(id, PolicyTestHost.Lock(5));
        return id;
    }
}
