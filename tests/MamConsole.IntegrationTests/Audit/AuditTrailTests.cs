using System.Text;
using System.Text.Json;
using Dapper;
using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Audit;
using MamConsole.Server.Shell;

namespace MamConsole.IntegrationTests.Audit;

public sealed class AuditTrailTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Append_StoresTheCanonicalBytesOfAnEvent(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var ada = new Actor.Person(Guid.Parse("0195d0c0-0000-7000-8000-00000000000a"), "Ada <Ä>");
        await AppendAsync(host, new AuditEvent.PolicyRenamed("p-1", "Old \"one\"", "Ñew & \u2028") { Actor = ada });

        var stored = await host.Database.ReadAsync(c => c.QuerySingleAsync<byte[]>("SELECT canonical FROM audit_events"), Cancel);

        Assert.Equal(
            """{"action":"policyRenamed","actor":{"kind":"person","name":"Ada <Ä>","objectId":"0195d0c0-0000-7000-8000-00000000000a"},"after":"Ñew & \u2028","at":"2026-05-06T07:08:09.123Z","before":"Old \"one\"","policyId":"p-1","subject":{"id":"p-1","kind":"policy","name":"Ñew & \u2028"}}""",
            Encoding.UTF8.GetString(stored)
        );
    }

    [Theory, EveryDatabase]
    public async Task PolicyPublished_ContainsOnlyChangedAreasBeforeAndAfter(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var id = await host.CreateAsync();
        await host.PublishAsync(id, PolicyTestHost.Lock(5));
        await host.PublishAsync(id, PolicyTestHost.Lock(6));

        var entry = (await host.AuditAsync())[0];

        Assert.Equal(
            ("policyPublished", SubjectKind.Policy, id, "Default"),
            (entry.Action, entry.Subject.Kind, entry.Subject.Id, entry.Subject.Name)
        );
        Assert.Equal("Paul Publisher", entry.Actor.DisplayName);
        Assert.Equal((1, 2), (entry.Event.GetProperty("numberBefore").GetInt32(), entry.Event.GetProperty("numberAfter").GetInt32()));
        var change = entry.Event.GetProperty("change");
        Assert.Equal("5", Minutes(change.GetProperty("before")));
        Assert.Equal("6", Minutes(change.GetProperty("after")));
        Assert.Equal(["deviceLock"], change.GetProperty("after").EnumerateObject().Select(area => area.Name));
    }

    [Theory, EveryDatabase]
    public async Task AuditQueries_FilterByPageActorSubjectActionAndText(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        var devices = Enumerable
            .Range(1, 5)
            .Select(i => new AuditEvent.DeviceEnrolled($"e-{i}", $"PC_{i}", "Bea@contoso.com", null)
            {
                Actor = new Actor.Device($"e-{i}", $"PC_{i}"),
            });
        foreach (var what in devices)
        {
            await AppendAsync(host, what);
        }

        await AppendAsync(
            host,
            new AuditEvent.DeviceBlocked("e-4", "PC_4", "Bea@contoso.com", "It was 100% silent")
            {
                Actor = new Actor.Job("Flag silent devices"),
            }
        );
        await AppendAsync(
            host,
            new AuditEvent.DeviceUnenrolled("e-3", "PC_3", "Bea@contoso.com", UnenrollCause.Retired)
            {
                Actor = new Actor.Job("Flag silent devices"),
            }
        );

        var first = await PageAsync(host, new AuditFilter { Take = 4 });
        var second = await PageAsync(host, new AuditFilter { Take = 4, Before = first.Next });
        Assert.Equal(7, first.Entries.Concat(second.Entries).DistinctBy(e => e.Sequence).Count());
        Assert.Null(second.Next);
        Assert.Equal(first.Entries.Select(e => e.Sequence).OrderDescending(), first.Entries.Select(e => e.Sequence));

        Assert.Equal(2, (await PageAsync(host, new AuditFilter { SubjectKind = SubjectKind.Device, SubjectId = "e-3" })).Entries.Count);
        Assert.Equal(2, (await PageAsync(host, new AuditFilter { ActorId = "Flag silent devices" })).Entries.Count);
        Assert.Equal(5, (await PageAsync(host, new AuditFilter { Action = "deviceEnrolled" })).Entries.Count);
        Assert.Equal(7, (await PageAsync(host, new AuditFilter { Text = "bea@CONTOSO" })).Entries.Count);
        Assert.Single((await PageAsync(host, new AuditFilter { Text = "100% s" })).Entries);
        Assert.Single((await PageAsync(host, new AuditFilter { Text = "PC_1" })).Entries);
        Assert.Single((await PageAsync(host, new AuditFilter { Text = "DeviceBlocked" })).Entries);
        Assert.Empty((await PageAsync(host, new AuditFilter { Text = "PC%1\0" })).Entries);
    }

    [Theory, EveryDatabase]
    public async Task AuditQueries_ShowTheStoredSentenceOfOldEventsAndTheValuesOfUnknownOnes(string provider)
    {
        await using var host = new PolicyTestHost(provider);
        await AppendAsync(host, new AuditEvent.DeviceUnblocked("e-1", "PC", "bea@contoso.com") { Actor = new Actor.Job("Job") });
        string[] stored = ["""{"action":"deviceUnenrolled","cause":"it said so"}""", """{"action":"cameLater","name":"x"}"""];
        foreach (var (canonical, words) in stored.Zip(["Unenrolled PC: it said so", "cameLater x"]))
        {
            await host.Database.WriteAsync(
                tx =>
                    tx.ExecuteAsync(
                        """
                        INSERT INTO audit_events (at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, subject_name,
                            words, canonical)
                        SELECT at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, subject_name, @Words, @Canonical
                        FROM audit_events WHERE subject_id = 'e-1' AND words <> 'Unenrolled PC: it said so'
                        """,
                        new { Words = words, Canonical = Encoding.UTF8.GetBytes(canonical) }
                    ),
                Cancel
            );
        }

        Assert.Equal(
            ["cameLater x", "Unenrolled PC: it said so", "Unblocked PC of bea@contoso.com"],
            (await host.AuditAsync()).Select(entry => entry.Summary)
        );
    }

    private static Task<long> AppendAsync(PolicyTestHost host, AuditEvent what) =>
        host.Database.WriteAsync(transaction => host.Get<AuditTrail>().Append(transaction, what), Cancel);

    private static async Task<AuditPage> PageAsync(PolicyTestHost host, AuditFilter filter) =>
        (await host.Get<AuditQueries>().PageAsync(PolicyTestHost.Author, filter, Cancel)).Value();

    private static string? Minutes(JsonElement document) => document.GetProperty("deviceLock").GetProperty("lockAfterMinutes").GetString();
}
