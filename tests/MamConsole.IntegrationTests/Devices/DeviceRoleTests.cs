using System.Collections.Frozen;
using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Access;
using MamConsole.Server.DeviceActions;
using MamConsole.Server.Devices;
using MamConsole.Server.Outcomes;
using MamConsole.Server.Sessions;

namespace MamConsole.IntegrationTests.Devices;

/// <summary>
/// Every use case and query of devices, device actions and sessions × every role × both databases. A use case that is missing in the table
/// fails the test.
/// </summary>
public sealed class DeviceRoleTests
{
    private static readonly AppRole[] Operate = [AppRole.HelpDesk, AppRole.Publisher, AppRole.Owner];
    private static readonly AppRole[] Remove = [AppRole.HelpDesk, AppRole.Owner];
    private static readonly AppRole[] Read = Enum.GetValues<AppRole>();

    private static readonly Dictionary<string, (AppRole[] Allowed, Func<Journey, string, Administrator, Task<Problem?>> Call)> Table = new()
    {
        ["DeviceQueries.ListAsync"] = (
            Read,
            async (j, _, who) => (await j.Get<DeviceQueries>().ListAsync(who, new DeviceFilter(), Cancel)).ProblemOrNull()
        ),
        ["DeviceQueries.GetAsync"] = (Read, async (j, id, who) => (await j.Get<DeviceQueries>().GetAsync(who, id, Cancel)).ProblemOrNull()),
        ["DeviceActionQueries.ListAsync"] = (
            Read,
            async (j, id, who) => (await j.Get<DeviceActionQueries>().ListAsync(who, id, null, 10, Cancel)).ProblemOrNull()
        ),
        ["DeviceActionQueries.GetAsync"] = (
            Read,
            async (j, id, who) => (await j.Get<DeviceActionQueries>().GetAsync(who, id, "x", Cancel)).ProblemOrNull()
        ),
        ["SessionQueries.ListAsync"] = (
            Read,
            async (j, id, who) => (await j.Get<SessionQueries>().ListAsync(who, id, null, 10, Cancel)).ProblemOrNull()
        ),
        ["SessionQueries.GetAsync"] = (
            Read,
            async (j, id, who) => (await j.Get<SessionQueries>().GetAsync(who, id, "1", Cancel)).ProblemOrNull()
        ),
        ["QueueDeviceAction.ExecuteAsync"] = (
            Operate,
            async (j, id, who) =>
                (
                    await j.Get<QueueDeviceAction>()
                        .ExecuteAsync(who, id, new DeviceActionRequest { Kind = DeviceActionKind.VerifyHealth }, null, Cancel)
                ).ProblemOrNull()
        ),
        ["CancelDeviceAction.ExecuteAsync"] = (
            Operate,
            async (j, id, who) => (await j.Get<CancelDeviceAction>().ExecuteAsync(who, id, "x", Cancel)).ProblemOrNull()
        ),
        ["RetryRejectedSettings.ExecuteAsync"] = (
            Operate,
            async (j, id, who) => (await j.Get<RetryRejectedSettings>().ExecuteAsync(who, id, Cancel)).ProblemOrNull()
        ),
        ["AssignmentQueries.GetAsync"] = (
            Read,
            async (j, id, who) => (await j.Get<AssignmentQueries>().GetAsync(who, id, Cancel)).ProblemOrNull()
        ),
        ["SetRing.ExecuteAsync"] = (
            Operate,
            async (j, id, who) => (await j.Get<SetRing>().ExecuteAsync(who, id, $"Ring {who.Name}", Cancel)).ProblemOrNull()
        ),
        ["ReadPersonGroups.ExecuteAsync"] = (
            Operate,
            async (j, id, who) => (await j.Get<ReadPersonGroups>().ExecuteAsync(who, id, Cancel)).ProblemOrNull()
        ),
        ["BlockDevice.ExecuteAsync"] = (
            Remove,
            async (j, id, who) => (await j.Get<BlockDevice>().ExecuteAsync(who, id, "", Cancel)).ProblemOrNull()
        ),
        ["UnblockDevice.ExecuteAsync"] = (
            Remove,
            async (j, id, who) => (await j.Get<UnblockDevice>().ExecuteAsync(who, id, Cancel)).ProblemOrNull()
        ),
        ["RetireDevice.ExecuteAsync"] = (
            Remove,
            async (j, id, who) =>
                (
                    await j.Get<RetireDevice>().ExecuteAsync(who, id, new RetireRequest { Confirmation = "LAPTOP-001" }, Cancel)
                ).ProblemOrNull()
        ),
        ["ReleaseDevice.ExecuteAsync"] = (
            Remove,
            async (j, id, who) =>
                (
                    await j.Get<ReleaseDevice>().ExecuteAsync(who, id, new ReleaseRequest { Confirmation = "LAPTOP-001" }, Cancel)
                ).ProblemOrNull()
        ),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void RoleTable_ContainsEveryUseCaseAndQuery()
    {
        string[] modules = ["MamConsole.Server.Devices", "MamConsole.Server.DeviceActions", "MamConsole.Server.Sessions"];
        var found = typeof(DeviceQueries)
            .Assembly.GetTypes()
            .Where(type =>
                Array.Exists(modules, module => type.Namespace?.StartsWith(module, StringComparison.Ordinal) == true)
                && !type.IsNested
                && type != typeof(DeviceOperation)
            )
            .SelectMany(type =>
                type.GetMethods()
                    .Where(method =>
                        method.DeclaringType == type
                        && !method.IsStatic
                        && method.GetParameters() is [{ } first, ..]
                        && first.ParameterType == typeof(Administrator)
                    )
            )
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .ToHashSet();

        Assert.Subset(Table.Keys.ToHashSet(), found);
        Assert.Superset(Table.Keys.ToHashSet(), found);
    }

    [Theory, EveryDatabase]
    public Task UseCases_AllowExactlyTheRolesOfTheTable(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var device = await journey.EnrolledAsync();
                var id = Journey.IdOf(device);
                var wrong = new List<string>();
                foreach (var (name, (allowed, call)) in Table)
                {
                    foreach (var (who, mayChange) in People(allowed.Length == Read.Length))
                    {
                        var before = await journey.ScalarAsync<long>("SELECT count(*) FROM audit_events");

                        var problem = await call(journey, id, who);

                        var expected = who.Roles.Overlaps(allowed) && mayChange;
                        if (problem is NotAllowed == expected)
                        {
                            wrong.Add($"{name} by {who.Name}: {(expected ? "refused" : "allowed")}");
                        }

                        if (problem is NotAllowed && await journey.ScalarAsync<long>("SELECT count(*) FROM audit_events") != before)
                        {
                            wrong.Add($"{name} by {who.Name}: refused, but written");
                        }
                    }
                }

                Assert.Empty(wrong);
            }
        );

    private static IEnumerable<(Administrator Person, bool MayChange)> People(bool reading)
    {
        foreach (var role in Enum.GetValues<AppRole>())
        {
            yield return (PolicyTestHost.Person($"{role}", role), true);
        }

        yield return (PolicyTestHost.Person("nobody"), true);
        yield return (
            new Administrator(Guid.NewGuid(), "a program with every role", Enum.GetValues<AppRole>().ToFrozenSet(), AppOnly: true),
            reading
        );
    }
}
