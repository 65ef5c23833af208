using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MamConsole.DemoTenant;
using MamConsole.IntegrationTests.Entra;
using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.Server.DeviceActions;
using MamConsole.Server.Devices;
using MamConsole.Server.Entra;
using MamConsole.Server.Jobs;
using MamConsole.Server.Policies;
using MamConsole.Server.PolicyAudiences;
using Microsoft.Extensions.DependencyInjection;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>Assignment of policies, from changes of group membership to the effect on PCs.</summary>
public sealed class AssignmentTests
{
    private const string LockAfter = WorkPolicies.Lock + "MaxInactivityTimeDeviceLock";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task GroupMembership_ChangesThePolicyAtTheNextCheckIn(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var group = journey.Server.Tenant.Group("Warehouse");
                await journey.PublishAsync(WorkPolicies.Locking(15), "Everyone");
                await journey.PublishAsync(For(PolicyTestHost.Lock(5), group), "Warehouse");
                var device = await journey.EnrolledAsync();
                await ReadRequestedAsync(journey);
                await journey.SyncAsync(device);
                Assert.Equal("15", device.Tree.Read(LockAfter));

                group.Add(journey.Person());
                await journey.SyncAsync(device);
                Assert.Equal("15", device.Tree.Read(LockAfter));
                Assert.Equal("Read the groups of 1 person; 1 changed.", await RefreshAsync(journey));
                Assert.Equal("Warehouse", (await journey.PageAsync(device)).Row.PolicyName);
                await journey.SyncAsync(device);
                Assert.Equal("5", device.Tree.Read(LockAfter));
                Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);

                group.Remove(journey.Person());
                Assert.Equal("Read the groups of 1 person; 1 changed.", await RefreshAsync(journey));
                await journey.SyncAsync(device);
                Assert.Equal("15", device.Tree.Read(LockAfter));
                Assert.Equal("Read the groups of 1 person; 0 changed.", await RefreshAsync(journey));
            }
        );

    [Theory, EveryDatabase]
    public Task Row_NamesThePolicyOfEachVersionWhenNumbersAreEqual(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(15), "Everyone");
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                await journey.PublishAsync(Filtered(PolicyTestHost.Lock(3), s => s with { Priority = "1" }), "First");
                var published = await journey.Get<ActivePolicyCache>().GetAsync(Cancel);
                var (everyone, first) = (published.Single(p => p.Name == "Everyone"), published.Single(p => p.Name == "First"));
                Assert.Equal((1, 1), (everyone.Number, first.Number));

                var before = (await journey.PageAsync(device)).Row;
                using var client = await journey.Server.SignedInApiClientAsync("HelpDesk");
                var json = (await client.GetFromJsonAsync<JsonNode>($"api/v1/devices/{Journey.IdOf(device)}", Cancel))!["row"]!;
                await journey.SyncAsync(device);
                var after = (await journey.PageAsync(device)).Row;

                Assert.Equal(
                    (first.Ref, everyone.Ref, everyone.Ref, DeviceState.Pending),
                    (before.Assigned, before.Sent, before.Acknowledged, before.State)
                );
                Assert.Equal("version 1 of Everyone", DeviceWords.Acknowledged(before));
                foreach (var member in new[] { "sent", "acknowledged" })
                {
                    Assert.Equal((everyone.PolicyId, 1), ((string)json[member]!["policyId"]!, (int)json[member]!["number"]!));
                }

                Assert.Equal(
                    (first.PolicyId, 1, 1, "Everyone"),
                    (
                        (string)json["assigned"]!["policyId"]!,
                        (int)json["assignedNumber"]!,
                        (int)json["acknowledgedNumber"]!,
                        (string)json["acknowledgedPolicyName"]!
                    )
                );
                Assert.Equal(
                    (first.Ref, first.Ref, first.Ref, DeviceState.UpToDate),
                    (after.Assigned, after.Sent, after.Acknowledged, after.State)
                );
                Assert.Equal("version 1", DeviceWords.Acknowledged(after));
            }
        );

    [Theory, EveryDatabase]
    public Task Assignment_AppliesExclusionsFiltersAndRings(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var contractors = journey.Server.Tenant.Group("Contractors");
                contractors.Add(journey.Person(1));
                await journey.PublishAsync(WorkPolicies.Locking(15), "Everyone");
                await journey.PublishAsync(
                    Filtered(PolicyTestHost.Lock(5), s => s with { Priority = "100", ToBuild = "22631", ExceptGroups = [Of(contractors)] }),
                    "Old Windows"
                );
                await journey.PublishAsync(Filtered(PolicyTestHost.Lock(3), s => s with { Priority = "1", Rings = ["Pilot"] }), "Pilot");
                var old = await journey.EnrolledAsync(change: p => p with { Build = 22631 });
                var fresh = await journey.EnrolledAsync(change: p => p with { Build = 26100 });
                var excepted = await journey.EnrolledAsync(journey.Person(1), p => p with { Build = 22631 });
                await ReadRequestedAsync(journey);

                Assert.Equal(["5", "15", "15"], await SyncAllAsync());

                Assert.Equal(
                    "Pilot",
                    (await journey.Get<SetRing>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(fresh), " Pilot ", Cancel)).Value()
                );
                Assert.Equal(["5", "3", "15"], await SyncAllAsync());
                Assert.Equal(1, await journey.ScalarAsync<long>("SELECT count(*) FROM audit_events WHERE action = 'deviceRingChanged'"));

                // After the device enrolls again, its policy and its settings start clean, and its assigned ring is preserved.
                await fresh.UnenrollAsync(Cancel);
                await journey.EnrollAsync(fresh);
                Assert.Equal("Pilot", (await journey.RecordAsync(fresh)).Enrollment.Ring);

                async Task<string?[]> SyncAllAsync()
                {
                    foreach (var device in new[] { old, fresh, excepted })
                    {
                        await journey.SyncAsync(device);
                    }

                    return [old.Tree.Read(LockAfter), fresh.Tree.Read(LockAfter), excepted.Tree.Read(LockAfter)];
                }
            }
        );

    [Theory, EveryDatabase]
    public Task Assignment_UsesTheLastReadGroupsWhileGraphIsDown(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var group = journey.Server.Tenant.Group("Warehouse");
                group.Add(journey.Person());
                await journey.PublishAsync(WorkPolicies.Locking(15), "Everyone");
                await journey.PublishAsync(For(PolicyTestHost.Lock(5), group), "Warehouse");
                var known = await journey.EnrolledAsync();
                await ReadRequestedAsync(journey);
                var readAt = (await ExplainAsync(journey, known)).GroupsReadAt;
                Assert.NotNull(readAt);

                journey.Server.Tenant.GraphDown = true;
                group.Add(journey.Person(1));
                var unknown = await journey.EnrolledAsync(journey.Person(1));
                await ReadRequestedAsync(journey);
                Assert.Contains("Graph is busy", await RefreshAsync(journey));
                await journey.SyncAsync(known);
                await journey.SyncAsync(unknown);

                Assert.Equal(("5", "15"), (known.Tree.Read(LockAfter), unknown.Tree.Read(LockAfter)));
                Assert.Equal(readAt, (await ExplainAsync(journey, known)).GroupsReadAt);
                var assignment = await ExplainAsync(journey, unknown);
                Assert.Equal((null, true), (assignment.GroupsReadAt, assignment.GroupsMatter));
                Assert.Contains("Graph is busy", assignment.GroupsFault);
                Assert.Equal("groupsNeverRead", Assert.Single(assignment.Policies, p => p.Name == "Warehouse").Reason);
                var audience = await AudienceAsync(journey, "Warehouse");
                Assert.Equal((1, 0), ((int)audience.Getting, (int)audience.Elsewhere));
                Assert.Equal(1, audience.Groups!.NeverRead);

                journey.Server.Tenant.GraphDown = false;
                Assert.Equal("Read the groups of 2 people; 1 changed.", await RefreshAsync(journey));
                await journey.SyncAsync(unknown);
                Assert.Equal("5", unknown.Tree.Read(LockAfter));
                Assert.Null((await ExplainAsync(journey, unknown)).GroupsFault);
            }
        );

    [Theory, EveryDatabase]
    public Task Sync_SendsNoRequestToGraph(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(For(PolicyTestHost.Lock(5), journey.Server.Tenant.Group("Warehouse")), "Warehouse");
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);
                await journey.SyncAsync(device);

                Assert.Equal(0, journey.Server.Tenant.Requests.To("graph.group"));

                await ReadRequestedAsync(journey);
                Assert.Equal(1, journey.Server.Tenant.Requests.To("graph.group"));
            }
        );

    [Theory, EveryDatabase]
    public Task ReadGroups_ReadsAllPagesAndRemovesPeopleWithoutDevices(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var tenant = journey.Server.Tenant;
                tenant.GraphPageSize = 2;
                foreach (var group in tenant.Groups)
                {
                    group.Add(journey.Person());
                }

                var device = await journey.EnrolledAsync();
                await ReadRequestedAsync(journey);
                Assert.Equal(tenant.Groups.Count, await journey.ScalarAsync<long>("SELECT count(*) FROM person_groups"));
                Assert.All(
                    tenant.Groups,
                    group => Assert.True(journey.RecordAsync(device).Result.Enrollment.Groups.Contains(PersonGroups.Canonical(group.Id)))
                );

                await journey.SyncAsync(device);
                await device.UnenrollAsync(Cancel);
                await RefreshAsync(journey);
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM person_groups"));
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM directory_people"));
            }
        );

    [Theory, EveryDatabase]
    public Task PolicyAudience_ListsAssignedDevicesAndTheReasonForOthers(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(15), "Everyone");
                await journey.PublishAsync(WorkPolicies.For(PolicyTestHost.Lock(5), journey.Person(1).UserName), "Named");
                var others = new[]
                {
                    await journey.EnrolledAsync(),
                    await journey.EnrolledAsync(),
                    await journey.EnrolledAsync(journey.Person(1)),
                };

                var first = await AudienceAsync(journey, "Everyone", take: 1);
                Assert.Equal(
                    (AudienceSource.Published, 1, 2, 1, "Everyone", 500),
                    (first.Of, first.Number, (int)first.Getting, (int)first.Elsewhere, first.Words, first.Priority)
                );
                Assert.Null(first.Groups);
                var second = await AudienceAsync(journey, "Everyone", take: 1, after: first.Next);
                Assert.Null(second.Next);
                Assert.Equal(
                    others.Take(2).Select(Journey.IdOf).Order(),
                    new[] { first, second }.SelectMany(p => p.Rows).Select(r => r.DeviceId).Order()
                );

                var lost = Assert.Single((await AudienceAsync(journey, "Everyone", AudienceView.Elsewhere)).Rows);
                Assert.Equal((Journey.IdOf(others[2]), "Named"), (lost.DeviceId, lost.Instead?.Name));
                Assert.Contains("names the person", lost.Reason);

                // The audience of the draft is computed as if it were in effect; nothing is stored.
                var id = await IdAsync(journey, "Named");
                var policy = (await journey.Get<PolicyQueries>().GetAsync(PolicyTestHost.Author, id, Cancel)).Value();
                await journey
                    .Get<SaveDraft>()
                    .ExecuteAsync(
                        PolicyTestHost.Author,
                        id,
                        policy.DraftRevision,
                        WorkPolicies.For(PolicyTestHost.Lock(5), journey.Person(0).UserName),
                        Cancel
                    );
                var draft = (
                    await journey
                        .Get<AudienceQueries>()
                        .GetAsync(PolicyTestHost.Author, id, new AudienceRequest { Of = AudienceSource.Draft }, Cancel)
                ).Value();
                Assert.Equal((2, 0), ((int)draft.Getting, (int)draft.Elsewhere));
                Assert.Equal(1, (await AudienceAsync(journey, "Named")).Getting);

                Assert.IsType<AudienceKeyUnknown>(
                    (
                        await journey
                            .Get<AudienceQueries>()
                            .GetAsync(PolicyTestHost.Author, id, new AudienceRequest { After = "?" }, Cancel)
                    ).ProblemOrNull()
                );
            }
        );

    [Theory, EveryDatabase]
    public Task AssignmentExplanation_ContainsTheReasonForEachPolicy(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Locking(15), "Everyone");
                await journey.PublishAsync(WorkPolicies.For(PolicyTestHost.Lock(5), journey.Person(1).UserName), "Named");
                await journey.PublishAsync(Filtered(PolicyTestHost.Lock(3), s => s with { Priority = "1", Rings = ["Pilot"] }), "Pilot");
                var device = await journey.EnrolledAsync(change: p => p with { Build = 22631 });

                var assignment = await ExplainAsync(journey, device);

                Assert.Equal(
                    ["Everyone: wins", "Pilot: otherRing", "Named: notNamed"],
                    assignment.Policies.Select(p => $"{p.Name}: {p.Reason}")
                );
                Assert.Equal(assignment.PolicyId, assignment.Policies[0].PolicyId);
                Assert.Equal(["Broad", "Pilot"], assignment.KnownRings);
                Assert.Equal(("Broad", false), (assignment.Ring, assignment.GroupsMatter));
                Assert.IsType<RingInvalid>(
                    (
                        await journey.Get<SetRing>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(device), "Pilot; DROP", Cancel)
                    ).ProblemOrNull()
                );
                Assert.IsType<RingInvalid>(
                    (await journey.Get<SetRing>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(device), " ", Cancel)).ProblemOrNull()
                );
            }
        );

    [Theory, EveryDatabase]
    public Task ReadPersonGroups_ReadsAtOnceAndReportsAMissingPermission(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                journey.Server.Tenant.GraphAllowsGroups = false;
                var rejected = (
                    await journey.Get<ReadPersonGroups>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(device), Cancel)
                ).ProblemOrNull();
                Assert.Contains("GroupMember.Read.All", Assert.IsType<DirectoryUnavailable>(rejected).Message);

                journey.Server.Tenant.GraphAllowsGroups = true;
                journey.Server.Tenant.Group("IT").Add(journey.Person());
                Assert.True((await journey.Get<ReadPersonGroups>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(device), Cancel)).Value());
                Assert.False((await journey.Get<ReadPersonGroups>().ExecuteAsync(Journey.HelpDesk, Journey.IdOf(device), Cancel)).Value());
                Assert.Equal(2, await journey.ScalarAsync<long>("SELECT count(*) FROM audit_events WHERE action = 'deviceGroupsRead'"));
            }
        );

    [Theory, EveryDatabase]
    public Task GraphToken_IsReplacedAfterItExpired(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                await ReadRequestedAsync(journey);
                journey.Time.Advance(TimeSpan.FromHours(5));

                Assert.Equal("Read the groups of 1 person; 0 changed.", await RefreshAsync(journey, wait: false));
                Assert.Null((await ExplainAsync(journey, device)).GroupsFault);
            }
        );

    [Theory, EveryDatabase]
    public Task FindGroups_MatchesWordBeginningsAndIds(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var find = journey.Get<FindGroups>();
                Assert.Equal(
                    ["Sales", "Sales, Nordics"],
                    (await find.ExecuteAsync(PolicyTestHost.Author, "sal", Cancel)).Value().Select(g => g.Name)
                );
                Assert.Equal(
                    ["Sales, Nordics"],
                    (await find.ExecuteAsync(PolicyTestHost.Author, "nor", Cancel)).Value().Select(g => g.Name)
                );
                Assert.Empty((await find.ExecuteAsync(PolicyTestHost.Author, "\"quoted\\", Cancel)).Value());
                var finance = journey.Server.Tenant.Group("Finance").Id;
                Assert.Equal(
                    new DirectoryGroup(finance, "Finance"),
                    Assert.Single((await find.ExecuteAsync(PolicyTestHost.Author, $"{finance:D}", Cancel)).Value())
                );
                Assert.Empty((await find.ExecuteAsync(PolicyTestHost.Author, $"{Guid.NewGuid():D}", Cancel)).Value());
                Assert.IsType<SearchTooShort>((await find.ExecuteAsync(PolicyTestHost.Author, " s ", Cancel)).ProblemOrNull());
            }
        );

    [Theory, EveryDatabase]
    public async Task PolicyReview_ReportsCompetingPoliciesAndEmptyFilters(string provider)
    {
        await using var journey = await Journey.StartAsync(
            provider,
            services => services.AddSingleton<IGroupDirectory>(new UnreachableDirectory())
        );
        await journey.PublishAsync(WorkPolicies.Locking(15), "Everyone");
        await journey.PublishAsync(WorkPolicies.For(PolicyTestHost.Lock(5), journey.Person().UserName), "Named");
        await journey.EnrolledAsync(change: p => p with { Build = 22631 });

        Assert.Equal(["AS-07", "AS-08"], await CodesAsync(journey, WorkPolicies.Locking(10)));
        Assert.Equal(
            ["AS-08"],
            await CodesAsync(
                journey,
                Filtered(
                    PolicyTestHost.Lock(10),
                    s => s with { Priority = "499", To = AssignmentKind.Everyone, ToBuild = "22631", Rings = ["Broad"] }
                ),
                named: "9"
            )
        );
        Assert.Equal(
            ["AS-06"],
            await CodesAsync(journey, Filtered(PolicyTestHost.Lock(10), s => s with { Priority = "499", FromBuild = "26100" }))
        );
        Assert.Empty(await CodesAsync(journey, Filtered(PolicyTestHost.Lock(10), s => s with { Priority = "1" })));
    }

    private static async Task<IEnumerable<string>> CodesAsync(Journey journey, WrittenPolicy document, string? named = null)
    {
        if (named is not null)
        {
            await journey.PublishAsync(
                WorkPolicies.For(PolicyTestHost.Lock(5), journey.Person().UserName) with
                {
                    Assignment = new AssignmentSettings
                    {
                        To = AssignmentKind.People,
                        People = [journey.Person().UserName],
                        Priority = named,
                    },
                },
                "Named"
            );
        }

        var id = (await journey.Get<CreatePolicy>().ExecuteAsync(PolicyTestHost.Author, $"{Guid.NewGuid()}", document, Cancel)).Value();
        var review = (await journey.Get<PolicyQueries>().ReviewAsync(PolicyTestHost.Author, id, Cancel)).Value();
        return review.Review.Findings.Select(f => f.Code).Where(c => c.StartsWith("AS-", StringComparison.Ordinal)).Order();
    }

    private static WrittenPolicy For(WrittenPolicy policy, TenantGroup group) =>
        policy with
        {
            Assignment = new AssignmentSettings { To = AssignmentKind.Groups, Groups = [Of(group)] },
        };

    private static WrittenPolicy Filtered(WrittenPolicy policy, Func<AssignmentSettings, AssignmentSettings> change) =>
        policy with
        {
            Assignment = change(new AssignmentSettings { To = AssignmentKind.Everyone }),
        };

    private static GroupReference Of(TenantGroup group) => new() { Id = group.Id.ToString("D"), Name = group.DisplayName };

    private static Task ReadRequestedAsync(Journey journey) => journey.Get<ReadRequestedGroups>().RunOnceAsync(Cancel);

    private static async Task<string?> RefreshAsync(Journey journey, bool wait = true)
    {
        if (wait)
        {
            journey.Time.Advance(ReadGroups.GoodFor + TimeSpan.FromMinutes(1));
        }

        return await journey.Get<ReadGroups>().RunOnceAsync(Cancel);
    }

    private static async Task<DeviceAssignment> ExplainAsync(Journey journey, Simulator.SimulatedDevice device) =>
        (await journey.Get<AssignmentQueries>().GetAsync(Journey.HelpDesk, Journey.IdOf(device), Cancel)).Value();

    private static async Task<string> IdAsync(Journey journey, string name) =>
        (await journey.Get<PolicyQueries>().ListAsync(PolicyTestHost.Author, Cancel)).Value().Single(p => p.Name == name).PolicyId;

    private static async Task<PolicyAudiencePage> AudienceAsync(
        Journey journey,
        string name,
        AudienceView show = AudienceView.Getting,
        int take = 50,
        string? after = null
    ) =>
        (
            await journey
                .Get<AudienceQueries>()
                .GetAsync(
                    PolicyTestHost.Author,
                    await IdAsync(journey, name),
                    new AudienceRequest
                    {
                        Show = show,
                        Take = take,
                        After = after,
                    },
                    Cancel
                )
        ).Value();
}
