using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Server.Policies;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>
/// The MDM handoff (docs/reference/handoff.md §1): the link is sent only after the PC has read back that it does not revoke its keys.
/// </summary>
public sealed class HandoffTests
{
    private const string Revoke = WorkPolicies.Protection + "RevokeOnMDMHandoff";

    [Theory, EveryDatabase]
    public Task HandoffLink_IsSentInTheSameSessionAfterTheFlagIsReadBack(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Offering(false));
                var device = await journey.EnrolledAsync();

                var report = await journey.SyncAsync(device);

                var order = report.Commands.Select(c => $"{c.Name} {c.LocUri}").ToList();
                Assert.True(order.IndexOf($"Replace {Revoke}") < order.IndexOf($"Get {Revoke}"));
                Assert.True(order.IndexOf($"Get {Revoke}") < order.IndexOf($"Replace {WorkPolicies.Link}"));
                Assert.Equal(4, report.Exchanges.Length);
                Assert.Equal("https://mdm.contoso.example/EnrollmentServer/Discovery.svc", device.Tree.Read(WorkPolicies.Link));
                Assert.All(
                    (await journey.PageAsync(device)).Settings,
                    s => Assert.Equal((s.Label, SettingLevel.ReadBack), (s.Label, s.Level))
                );
            }
        );

    [Theory, EveryDatabase]
    public Task HandoffLink_IsDeferredWhileTheFlagIsRejected(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Offering(false));
                var device = await journey.EnrolledAsync();
                device.Reject(Revoke, new StatusCode(503));

                await journey.SyncAsync(device);

                Assert.Null(device.Tree.Read(WorkPolicies.Link));
                var link = await LinkAsync(journey, device);
                Assert.Equal(
                    (
                        SettingLevel.Deferred,
                        "The MDM enrollment link is sent only after the PC reads back that the handoff keeps its work files."
                    ),
                    (link.Level, link.Problem)
                );

                device.StopRejecting();
                journey.Time.Advance(TimeSpan.FromHours(1));
                await journey.SyncAsync(device);
                Assert.Equal(
                    (SettingLevel.ReadBack, journey.Time.GetUtcNow()),
                    ((await LinkAsync(journey, device)).Level, (await LinkAsync(journey, device)).AcknowledgedAt)
                );
            }
        );

    [Theory, EveryDatabase]
    public Task HandoffLink_IsDeferredWhileTheFlagReadsBackDifferently(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Offering(false));
                SimulatedDevice? device = null;
                var meddles = true;
                device = await journey.EnrolledAsync(
                    network: new BetweenAnswers(message =>
                    {
                        if (message == 2 && meddles)
                        {
                            device!.Change(tree =>
                                tree with
                                {
                                    Values = tree.Values.SetItem(
                                        tree.Values.Keys.Single(k => k.EndsWith("/RevokeOnMDMHandoff", StringComparison.Ordinal)),
                                        "1"
                                    ),
                                }
                            );
                        }

                        return Task.CompletedTask;
                    })
                );

                await journey.SyncAsync(device);

                Assert.Null(device.Tree.Read(WorkPolicies.Link));
                Assert.Equal(SettingLevel.Deferred, (await LinkAsync(journey, device)).Level);
                Assert.Equal(DeviceState.Failed, (await journey.PageAsync(device)).Row.State);

                meddles = false;
                device.Change(tree =>
                    tree with
                    {
                        Values = tree.Values.SetItem(
                            tree.Values.Keys.Single(k => k.EndsWith("/RevokeOnMDMHandoff", StringComparison.Ordinal)),
                            "0"
                        ),
                    }
                );
                Assert.Empty((await journey.SyncAsync(device)).Commands);
                journey.Time.Advance(TimeSpan.FromHours(1));
                await journey.SyncAsync(device);
                Assert.Equal(SettingLevel.ReadBack, (await LinkAsync(journey, device)).Level);
            }
        );

    [Theory, EveryDatabase]
    public Task HandoffThatWipes_RequiresAConfirmationAndIsThenOffered(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                foreach (var flag in new bool?[] { true, null })
                {
                    var name = flag is null ? "Wipes by default" : "Wipes";
                    var person = journey.Person(flag is null ? 1 : 0);
                    var document = WorkPolicies.For(WorkPolicies.Offering(flag), person.UserName);
                    var id = (
                        await journey
                            .Get<CreatePolicy>()
                            .ExecuteAsync(PolicyTestHost.Author, name, document, TestContext.Current.CancellationToken)
                    ).Value();
                    var rejected = (
                        await journey
                            .Get<PublishPolicy>()
                            .ExecuteAsync(
                                PolicyTestHost.Publisher,
                                id,
                                new PublishRequest { DraftRevision = 1, Reason = "Wanted" },
                                TestContext.Current.CancellationToken
                            )
                    ).Problem<ConfirmationMissing>();
                    Assert.Contains(rejected.Findings, f => f.Code == "H10");

                    await journey.PublishAsync(document, name);
                    var device = await journey.EnrolledAsync(person);
                    await journey.SyncAsync(device);

                    Assert.Equal(flag is null ? null : "1", device.Tree.Read(Revoke));
                    Assert.Equal(SettingLevel.ReadBack, (await LinkAsync(journey, device)).Level);
                }
            }
        );

    [Theory, EveryDatabase]
    public Task HandoffLink_IsDeletedFirstWhenTheOfferIsWithdrawn(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(WorkPolicies.Offering(false));
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);

                await journey.PublishAsync(WorkPolicies.Protecting);
                var report = await journey.SyncAsync(device);

                Assert.Equal(
                    ("Delete", WorkPolicies.Link),
                    report.Commands.Where(c => c.LocUri is not null).Select(c => (c.Name, c.LocUri!)).First()
                );
                Assert.Null(device.Tree.Read(WorkPolicies.Link));
            }
        );

    private static async Task<SettingState> LinkAsync(Journey journey, SimulatedDevice device) =>
        (await journey.PageAsync(device)).Settings.Single(s => s.Wire.Any(w => w.LocUri == WorkPolicies.Link));
}
