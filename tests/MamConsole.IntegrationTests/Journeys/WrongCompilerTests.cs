using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Devices;
using MamConsole.Server.Policies;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>The output of a faulty compiler must appear as an error on the device page and never go unnoticed.</summary>
public sealed class WrongCompilerTests
{
    /// <summary>The code of a setting error for a node that the server does not send.</summary>
    private const int NeverSent = 425;

    private const string Minutes = WorkPolicies.Lock + "MaxInactivityTimeDeviceLock";

    private static readonly Dictionary<string, (Func<CompiledNode, CompiledNode> Change, int Code, string Words)> Mistakes = new()
    {
        ["another format"] = (n => n with { Format = CspFormat.Chr }, 415, "the value has the wrong format"),
        ["a value out of range"] = (n => n with { Value = "1000" }, 500, "the command failed"),
        ["text for a number"] = (n => n with { Value = "five" }, 500, "the command failed"),
        // The server never sends a node that the catalog does not contain.
        ["a node that is none"] = (n => n with { LocUri = WorkPolicies.Lock + "MaxInactivityTime" }, NeverSent, "MAM does not allow it"),
        ["an area that MAM may not write"] = (
            n => n with { LocUri = "./Device/Vendor/MSFT/Policy/Config/Camera/AllowCamera" },
            NeverSent,
            "MAM does not allow it"
        ),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var provider in new[] { "Sqlite", "PostgreSql" })
            {
                foreach (var mistake in Mistakes.Keys)
                {
                    cases.Add(provider, mistake);
                }
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public Task InvalidNode_IsReportedAsRejectedOrNotSent(string provider, string mistake) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var (change, code, words) = Mistakes[mistake];
                var right = await journey.PublishAsync(WorkPolicies.Locking(5));
                await PublishWrongAsync(journey, right, change);
                var device = await journey.EnrolledAsync();

                await journey.SyncAsync(device);

                var page = await journey.PageAsync(device);
                Assert.Equal(
                    (code == NeverSent ? DeviceState.Attention : DeviceState.Failed, 2, 1),
                    (page.Row.State, page.Row.AcknowledgedNumber, page.Row.Deviations)
                );
                var deviation = Assert.Single(page.Deviations);
                Assert.Equal((code == NeverSent ? "unknown" : "rejected", code), (deviation.Kind, deviation.Code!.Value));
                Assert.Contains(words, deviation.Words, StringComparison.Ordinal);
                Assert.DoesNotContain(page.Settings, s => s.Level == SettingLevel.ReadBack && s.Wire.Any(w => w.LocUri == Minutes));
                Assert.Equal((0, 1), ((await journey.OverviewAsync()).CanEnforceWip - 1, (await journey.OverviewAsync()).WithDeviations));

                // The next valid version resolves the error.
                await journey.PublishAsync(WorkPolicies.Locking(6));
                await journey.SyncAsync(device);
                Assert.Equal("6", device.Tree.Read(Minutes));
                Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);
            }
        );

    [EveryDatabase, Theory]
    public Task InvalidValue_IsReportedAsDifferingOrRejected(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var right = await journey.PublishAsync(WorkPolicies.Locking(5));
                await PublishWrongAsync(journey, right, n => n with { Value = "05 " });
                var device = await journey.EnrolledAsync();

                await journey.SyncAsync(device);

                // Windows reads a number back in its own form; the value is compared with the published one in any case.
                var setting = (await journey.PageAsync(device)).Settings.Single(s => s.Wire[0].LocUri == Minutes);
                Assert.Contains(setting.Level, new[] { SettingLevel.Differs, SettingLevel.Rejected });
            }
        );

    /// <summary>Publishes the output of a faulty compiler for the same document without the compiler.</summary>
    private static async Task PublishWrongAsync(Journey journey, PublishedVersion right, Func<CompiledNode, CompiledNode> change)
    {
        var wrong = right with
        {
            Number = right.Number + 1,
            Nodes = new CompiledPolicy(right.Nodes.Nodes.Select(n => n.LocUri == Minutes ? change(n) : n).ToValueList()),
        };
        await journey.Database.WriteAsync(
            async tx =>
            {
                var key = await tx.ScalarAsync<long>("SELECT policy_key FROM policies WHERE policy_id = @PolicyId", new { right.PolicyId });
                var id = await journey.Get<VersionStore>().InsertAsync(tx, key, wrong, Guid.NewGuid());
                await journey.Get<PolicyStore>().SetHeadAsync(tx, key, id, wrong.Number);
                return id;
            },
            TestContext.Current.CancellationToken
        );
        journey.Get<ActivePolicyCache>().Invalidate();
    }
}
