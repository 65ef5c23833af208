using MamConsole.IntegrationTests.Journeys;
using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.HandoffReadiness;
using MamConsole.Server.Policies;
using MamConsole.Simulator;

namespace MamConsole.IntegrationTests.Fleet;

/// <summary>The facts about an audience count values that its PCs reported; a missing value is never counted as an answer.</summary>
public sealed class FleetFactsTests
{
    private const string Revoke = WorkPolicies.Protection + "RevokeOnMDMHandoff";
    private static readonly AssignmentSettings Everyone = new() { To = AssignmentKind.Everyone };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task FleetFacts_CountEditionsBuildsDrivesAndStaleDevices(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var version = await journey.PublishAsync(WorkPolicies.Protecting);
                await journey.SyncAsync(await journey.EnrolledAsync());
                await journey.SyncAsync(
                    await journey.EnrolledAsync(change: p =>
                        p with
                        {
                            Build = 26100,
                            Health = new DeviceHealth { Encrypted = false },
                        }
                    )
                );
                await journey.SyncAsync(
                    await journey.EnrolledAsync(change: p =>
                        p with
                        {
                            Edition = WindowsEdition.HomeSingleLanguage,
                            Health = new DeviceHealth { Encrypted = false },
                        }
                    )
                );
                await journey.EnrolledAsync(change: p => p with { Edition = WindowsEdition.Home });

                var facts = await CountAsync(journey, version.PolicyId);

                Assert.Equal((4, 2, 0), (facts.Devices, facts.HomeEditions, facts.UnknownEditions));
                Assert.Equal((1, 0, 0, 3), (facts.WithoutWip, facts.UnknownBuilds, facts.TooOld, facts.EnforceWip));
                Assert.Equal((2, 1), (facts.Unencrypted, facts.Encrypted));
                Assert.Equal(0, facts.Stale);

                journey.Time.Advance(TimeSpan.FromDays(FleetFacts.StaleAfterDays) + TimeSpan.FromHours(1));
                await journey.SyncAsync(await journey.EnrolledAsync());
                Assert.Equal(
                    (5, 4),
                    ((await CountAsync(journey, version.PolicyId)).Devices, (await CountAsync(journey, version.PolicyId)).Stale)
                );
                Assert.Equal(
                    FleetFacts.Nobody.Devices,
                    (await CountAsync(journey, version.PolicyId, new AssignmentSettings { To = AssignmentKind.Nobody })).Devices
                );
            }
        );

    [Theory, EveryDatabase]
    public Task FleetFacts_CountRetainedKeysOnlyWhenReadBack(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var version = await journey.PublishAsync(WorkPolicies.Offering(false));
                var retaining = await journey.EnrolledAsync();
                SimulatedDevice? meddled = null;
                meddled = await journey.EnrolledAsync(
                    network: new BetweenAnswers(message =>
                    {
                        if (message == 2)
                        {
                            meddled!.Change(tree =>
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
                var rejectingDevice = await journey.EnrolledAsync();
                rejectingDevice.Reject(Revoke, new MamConsole.Protocol.SyncML.StatusCode(503));
                await journey.EnrolledAsync();
                Assert.Equal(0, (await CountAsync(journey, version.PolicyId)).RetainKeysOnHandoff);

                foreach (var device in new[] { retaining, meddled, rejectingDevice })
                {
                    await journey.SyncAsync(device);
                }

                var facts = await CountAsync(journey, version.PolicyId);
                Assert.Equal((4, 1), (facts.Devices, facts.RetainKeysOnHandoff));
                Assert.Equal([1, 3], facts.Groups.Select(group => group.Devices).Order());

                // A version that revokes keys again removes the confirmation of each PC after its check-in.
                await journey.PublishAsync(WorkPolicies.Offering(true));
                Assert.Equal(1, (await CountAsync(journey, version.PolicyId)).RetainKeysOnHandoff);
                await journey.SyncAsync(retaining);
                Assert.Equal(0, (await CountAsync(journey, version.PolicyId)).RetainKeysOnHandoff);
            }
        );

    [Theory, EveryDatabase]
    public Task HandoffCheck_CountsTheAssignedPcs(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var version = await journey.PublishAsync(WorkPolicies.Offering(false));
                await journey.SyncAsync(await journey.EnrolledAsync());
                await journey.EnrolledAsync(change: p => p with { Edition = WindowsEdition.Home });
                await journey.EnrolledAsync();

                var check = (await journey.Get<HandoffQueries>().CheckAsync(PolicyTestHost.Author, version.PolicyId, Cancel)).Value();

                Assert.Equal(
                    "If a user follows the link now: work files are retained on 1 PC, wiped on 1 PC and lost because WIP ends on 1 PC "
                        + "with a Home edition. The 2 PCs that have not confirmed do not get the link until that confirmation.",
                    check.Sentence
                );
                Assert.Equal(
                    [CheckState.Bad, CheckState.Good, CheckState.Good, CheckState.Attention],
                    check.Items.Select(item => item.State)
                );

                var review = (await journey.Get<PolicyQueries>().ReviewAsync(PolicyTestHost.Author, version.PolicyId, Cancel)).Value();
                Assert.Contains(review.Review.Findings, finding => finding.Code == "HO-ED-01");
                Assert.Contains(
                    "3 of 3 PCs enforce it",
                    review.Limitations.Single(limitation => limitation.Code == "wip-ends").Text,
                    StringComparison.Ordinal
                );
            }
        );

    [Theory, EveryDatabase]
    public Task DevicePage_ReportsAProbableHandoffWhenAnOfferedPcIsNotSeen(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var person = journey.Person();
                await journey.PublishAsync(WorkPolicies.For(WorkPolicies.Offering(false), person.UserName));
                var offered = await journey.EnrolledAsync(person);
                var other = await journey.EnrolledAsync(journey.Person(1));
                await journey.SyncAsync(offered);
                await journey.SyncAsync(other);
                Assert.Null((await journey.PageAsync(offered)).HasProbablyMoved);

                journey.Time.Advance(TimeSpan.FromHours(47));
                Assert.Null((await journey.PageAsync(offered)).HasProbablyMoved);

                journey.Time.Advance(TimeSpan.FromHours(2));
                Assert.StartsWith(
                    "Unknown, probably moved:",
                    (await journey.PageAsync(offered)).HasProbablyMoved,
                    StringComparison.Ordinal
                );
                Assert.Null((await journey.PageAsync(other)).HasProbablyMoved);

                await journey.SyncAsync(offered);
                Assert.Null((await journey.PageAsync(offered)).HasProbablyMoved);
            }
        );

    private static async Task<FleetFacts> CountAsync(Journey journey, string policyId, AssignmentSettings? assignment = null) =>
        (await journey.Get<CountAudience>()(assignment ?? Everyone, policyId, Cancel))!;
}
