using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.IntegrationTests.Fleet;

/// <summary>The database counts, groups and lists exactly the devices for which the assignment choice selects the policy.</summary>
public sealed class AudienceTests
{
    private const int Devices = 60;
    private const int Tries = 60;

    private static readonly Guid Tenant = Guid.Parse("7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d");
    private static readonly Guid[] Groups = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8]))];
    private static readonly string[] Rings = ["Pilot", "Early", "Broad"];
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(56);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Audience_SelectsInTheDatabaseTheDevicesOfTheAssignmentChoice(string provider)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        await FillAsync(test.Database);
        var store = new DeviceStore(test.Database);
        var audience = new FleetAudience(test.Database, TimeProvider.System);
        var fleet = new List<EnrolledDevice>();
        foreach (var i in Enumerable.Range(0, Devices))
        {
            fleet.Add((await store.FindAsync($"pc-{i}", Cancel))!.Enrollment);
        }

        Assert.Contains(fleet, d => d.Groups.ReadAt is null);
        Assert.Contains(fleet, d => d.Groups.Contains(PersonGroups.Canonical(Groups[0])));
        var reached = 0;
        foreach (var settings in Policies())
        {
            var candidates = settings.Select((s, i) => new AssignmentCandidate($"P{i}", i, AssignmentRule.Of(s))).ToArray();
            var own = candidates[0];
            var requested = new Audience(own.Rule, [.. candidates.Where(c => c.Rank < own.Rank).Select(c => c.Rule)]);
            var expected = fleet
                .Where(d => AssignmentChoice.For(d.Subject, candidates, c => c) == own)
                .Select(d => d.Key)
                .Order()
                .ToArray();
            var matching = fleet.Where(d => own.Rule.MissOf(d.Subject) is null).Select(d => d.Key).ToHashSet();
            reached += expected.Length;

            Assert.Equal(expected.Length, (await audience.CountAsync(requested, [], Cancel)).Devices);
            Assert.Equal(expected.Length, (await audience.GroupAsync(requested, DateTimeOffset.UnixEpoch, Cancel)).Sum(g => g.Devices));
            Assert.Equal(expected, await PagesAsync(audience, requested, AudiencePart.Getting));
            Assert.Equal(matching.Except(expected).Order(), await PagesAsync(audience, requested, AudiencePart.Elsewhere));
            Assert.Equal(matching.Count - expected.Length, await audience.TotalAsync(requested, AudiencePart.Elsewhere, Cancel));

            var facts = await audience.FactsAsync(
                settings[0],
                [.. candidates.Skip(1).Select(c => (c, c.Rank < own.Rank, c.Rank.TiesWith(own.Rank)))],
                Cancel
            );
            Assert.Equal(matching.Count, facts.Matching);
            Assert.Equal(fleet.Count(d => AssignmentRule.WithoutFilters(settings[0]).MissOf(d.Subject) is null), facts.WithoutFilters);
            Assert.Equal(
                candidates
                    .Skip(1)
                    .Select(c => (c.Name, fleet.Count(d => matching.Contains(d.Key) && c.Rule.MissOf(d.Subject) is null)))
                    .Where(r => r.Item2 > 0),
                facts.CompetingPolicies.Select(r => (r.Name, r.Both))
            );
        }

        Assert.True(reached > Devices, "The generated policies reach somebody.");
    }

    [Theory, EveryDatabase]
    public async Task AudienceGroups_AreDistinctByVersionBuildAndEdition(string provider)
    {
        await using var test = TestDatabase.Create(Enum.Parse<StorageProvider>(provider));
        await FillAsync(test.Database);

        var groups = await new FleetAudience(test.Database, TimeProvider.System).GroupAsync(
            new Audience(AssignmentRule.Of(new() { To = AssignmentKind.Everyone }), []),
            DateTimeOffset.UnixEpoch,
            Cancel
        );

        Assert.Equal(groups.Count, groups.Select(g => (g.VersionId, g.Build, g.Edition)).Distinct().Count());
        Assert.Contains(groups, g => g is { VersionId: 0, Build: null });
        Assert.Contains(groups, g => g is { Build: 22631, Edition: 48, Devices: > 0 });
        Assert.Equal(Devices, groups.Sum(g => g.Devices));
    }

    /// <summary>Generated policies of all kinds, identical in each run.</summary>
    private static IEnumerable<AssignmentSettings[]> Policies()
    {
        var random = new Random(20_260);
        string[] builds = ["", "", "19045", "22621", "22631", "26100"],
            priorities = ["", "", "", "1", "900", "x"];
        AssignmentKind?[] kinds =
        [
            null,
            AssignmentKind.Everyone,
            AssignmentKind.Everyone,
            AssignmentKind.People,
            AssignmentKind.Groups,
            AssignmentKind.Groups,
        ];
        for (var i = 0; i < Tries; i++)
        {
            yield return [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => One())];
        }

        AssignmentSettings One() =>
            new()
            {
                To = Pick(kinds),
                Priority = Pick(priorities),
                People = People(),
                Groups = Some(),
                ExceptGroups = Some(),
                ExceptPeople = People(),
                FromBuild = Pick(builds),
                ToBuild = Pick(builds),
                Editions = Few(Enum.GetValues<EditionFamily>()),
                Rings = Few(Rings).Select(r => r.ToUpperInvariant()).ToValueList(),
            };

        T Pick<T>(T[] from) => from[random.Next(from.Length)];

        ValueList<T> Few<T>(T[] from) => Enumerable.Range(0, random.Next(3)).Select(_ => Pick(from)).Distinct().ToValueList();

        ValueList<GroupReference> Some() => Few(Groups).Select(g => new GroupReference { Id = g.ToString("D") }).ToValueList();

        ValueList<string> People() =>
            Enumerable.Range(0, random.Next(5)).Select(_ => $"Person{random.Next(20)}@contoso.com").Distinct().ToValueList();
    }

    private static async Task<long[]> PagesAsync(FleetAudience audience, Audience requested, AudiencePart part)
    {
        var keys = new List<long>();
        (string, long)? after = null;
        while (true)
        {
            var page = await audience.ListAsync(requested, part, after, 7, Cancel);
            keys.AddRange(page.Select(m => m.EnrollmentKey));
            if (page.Count < 7)
            {
                return [.. keys.Order()];
            }

            after = (page[^1].SortName, page[^1].EnrollmentKey);
        }
    }

    /// <summary>
    /// Twenty people with three PCs each; the groups of every fifth person were never read, and one more PC is unenrolled.
    /// </summary>
    private static Task<bool> FillAsync(Database database) =>
        database.WriteAsync(
            async tx =>
            {
                int?[] builds = [null, 19045, 22621, 22631, 26100],
                    editions = [null, 101, 48, 4, 121, 7];
                foreach (var i in Enumerable.Range(0, Devices + 1))
                {
                    var person = i % 20;
                    var id = new Guid(1000 + person, 0, 0, new byte[8]);
                    await DeviceStore.AddAsync(
                        tx,
                        new EnrolledDevice
                        {
                            Key = 0,
                            Id = $"pc-{i}",
                            TenantId = Tenant,
                            ObjectId = id,
                            DeviceId = $"{i:X32}",
                            Upn = $"person{person}@Contoso.com",
                            PersonName = $"Person {person % 7}",
                            DeviceName = $"PC {i}",
                            OsVersion = "",
                            OsBuild = builds[i % 5],
                            OsEdition = editions[i % 6],
                            Grouping = $"{i}",
                            EnrolledAt = Now,
                            Ring = Rings[i % 3],
                        },
                        Cancel
                    );
                }

                foreach (var person in Enumerable.Range(0, 20).Where(p => p % 5 != 0))
                {
                    await PersonGroupStore.SaveAsync(
                        tx,
                        new Guid(1000 + person, 0, 0, new byte[8]),
                        [.. Groups.Where((_, g) => (person + g) % 3 == 0)],
                        Now
                    );
                }

                await tx.ExecuteAsync(
                    "UPDATE enrollments SET ended_at = 1, end_reason = 1 WHERE enrollment_id = @id",
                    new { id = $"pc-{Devices}" }
                );
                return true;
            },
            Cancel
        );
}
