using System.Text;
using MamConsole.IntegrationTests.Policies;
using MamConsole.IntegrationTests.Storage;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Server.Policies;
using MamConsole.Server.Secrets;
using MamConsole.Simulator;
using DeviceState = MamConsole.Server.Devices.DeviceState;

namespace MamConsole.IntegrationTests.Journeys;

/// <summary>Wi-Fi and VPN profiles from the published policy to the device's tree, and their removal from it.</summary>
public sealed class ConnectivityJourneyTests
{
    private const string WifiKey = "cANARY wifi & <key>";
    private const string VpnKey = "cANARY vpn & <key>";
    private const string Network = "./Device/Vendor/MSFT/WiFi/Profile/Head%20office/WlanXml";
    private const string Cost = "./Device/Vendor/MSFT/WiFi/Profile/Head%20office/WiFiCost";
    private const string Connection = "./User/Vendor/MSFT/VPNv2/To%20work/ProfileXML";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public Task ConnectivityProfiles_ReachTheDeviceWithKeysThatAppearNowhereElse(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(await PolicyAsync(journey));
                var device = await journey.EnrolledAsync();

                var report = await journey.SyncAsync(device);

                Assert.Empty(report.Failures);
                Assert.Contains(
                    "<keyMaterial>cANARY wifi &amp; &lt;key&gt;</keyMaterial>",
                    device.Tree.Read(Network),
                    StringComparison.Ordinal
                );
                Assert.Contains("<L2tpPsk>cANARY vpn &amp; &lt;key&gt;</L2tpPsk>", device.Tree.Read(Connection), StringComparison.Ordinal);
                Assert.Equal("2", device.Tree.Read(Cost));

                var page = await journey.PageAsync(device);
                Assert.Equal(DeviceState.UpToDate, page.Row.State);
                Assert.Equal(
                    [SettingLevel.ReadBack, SettingLevel.ReadBack],
                    page.Settings.Where(s => s.Area == "Wi-Fi and VPN").Select(s => s.Level)
                );
                Assert.DoesNotContain(page.Settings.SelectMany(s => s.Wire), w => w.Value.Contains("{secret", StringComparison.Ordinal));
                Assert.Contains(
                    "cANARY",
                    string.Concat(report.Exchanges.Select(e => Encoding.UTF8.GetString(e.Received!.Value.Span))),
                    StringComparison.Ordinal
                );
                Assert.DoesNotContain("cANARY", await journey.SnapshotAsync(), StringComparison.Ordinal);

                // Only the presence of the profiles is read back, never their documents.
                Assert.DoesNotContain(report.Commands, c => c.Name == "Get" && c.LocUri is Network or Connection);
            }
        );

    [Theory, EveryDatabase]
    public Task RemovedProfile_IsDeletedFromThePcWithItsNode(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var policy = await PolicyAsync(journey);
                await journey.PublishAsync(policy);
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);

                await journey.PublishAsync(policy with { Connectivity = policy.Connectivity with { Vpn = [] } });
                var one = await journey.SyncAsync(device);
                Assert.Null(device.Tree.Read(Connection));
                Assert.NotNull(device.Tree.Read(Network));

                await journey.PublishAsync(WorkPolicies.Locking(6));
                var all = await journey.SyncAsync(device);

                Assert.Empty(one.Failures);
                Assert.Null(device.Tree.Read(Network));
                Assert.Null(device.Tree.Read(Cost));
                Assert.Equal(["./User/Vendor/MSFT/VPNv2/To%20work"], one.Commands.Where(c => c.Name == "Delete").Select(c => c.LocUri));
                Assert.Contains(all.Commands, c => c is { Name: "Delete", LocUri: "./Device/Vendor/MSFT/WiFi/Profile/Head%20office" });
                Assert.Equal(DeviceState.UpToDate, (await journey.PageAsync(device)).Row.State);
            }
        );

    [Theory, EveryDatabase]
    public Task ChangedKey_ReplacesOnlyItsProfile(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var policy = await PolicyAsync(journey);
                await journey.PublishAsync(policy);
                var device = await journey.EnrolledAsync();
                await journey.SyncAsync(device);

                var another = await StoreAsync(journey, SecretKind.WifiKey, "another password");
                await journey.PublishAsync(
                    policy with
                    {
                        Connectivity = policy.Connectivity with { Wifi = [policy.Connectivity.Wifi[0] with { Key = another }] },
                    }
                );
                var report = await journey.SyncAsync(device);

                Assert.Contains("<keyMaterial>another password</keyMaterial>", device.Tree.Read(Network), StringComparison.Ordinal);
                Assert.Equal([Network], report.Commands.Where(c => c.Name is "Replace" or "Add" or "Delete").Select(c => c.LocUri));
            }
        );

    [Theory, EveryDatabase]
    public Task UnsupportedNetwork_IsNotSentToAnOldPcAndIsNoError(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var policy = await PolicyAsync(journey);
                await journey.PublishAsync(
                    policy with
                    {
                        Connectivity = new()
                        {
                            Wifi = [(WifiProfile.ByForm)policy.Connectivity.Wifi[0] with { Security = WifiSecurity.Wpa3Personal }],
                        },
                    }
                );
                var old = await journey.EnrolledAsync(change: p => p with { Build = 17763 });
                var young = await journey.EnrolledAsync(journey.Person(1));

                await journey.SyncAsync(old);
                await journey.SyncAsync(young);

                Assert.Null(old.Tree.Read(Network));
                Assert.Contains("WPA3SAE", NetworkOf(young), StringComparison.Ordinal);
                Assert.Equal(0, (await journey.PageAsync(old)).Row.Deviations);

                static string? NetworkOf(SimulatedDevice pc) => pc.Tree.Read(Network);
            }
        );

    [Theory, EveryDatabase]
    public Task RejectedVpnProfile_DoesNotDelayOtherSettings(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                await journey.PublishAsync(await PolicyAsync(journey));
                var device = await journey.EnrolledAsync();
                device.Reject(Connection, new StatusCode(500));

                await journey.SyncAsync(device);

                Assert.NotNull(device.Tree.Read(Network));
                Assert.NotNull(device.Tree.Read(WorkPolicies.Lock + "MaxInactivityTimeDeviceLock"));
                var page = await journey.PageAsync(device);
                Assert.Equal(SettingLevel.Rejected, page.Settings.Single(s => s.Label == "VPN connections").Level);
                Assert.Equal(1, page.Row.Deviations);
            }
        );

    [Theory, EveryDatabase]
    public Task Draft_WithAnUnencryptedKeyIsRejected(string provider) =>
        Journey.OnAsync(
            provider,
            async journey =>
            {
                var id = (await journey.Get<CreatePolicy>().ExecuteAsync(PolicyTestHost.Author, "Pasted", null, Cancel)).Value();
                var draft = new WrittenPolicy
                {
                    Connectivity = new() { Wifi = [new WifiProfile.ByXml { Name = "X", Xml = "<WLANProfile><keyMaterial>cANARY" }] },
                };

                var saved = (
                    await journey.Get<SaveDraft>().ExecuteAsync(PolicyTestHost.Author, id, 1, draft, Cancel)
                ).Problem<UnencryptedKey>();
                var created = (
                    await journey.Get<CreatePolicy>().ExecuteAsync(PolicyTestHost.Author, "Pasted too", draft, Cancel)
                ).Problem<UnencryptedKey>();

                Assert.Equal(("connectivity.wifi[0].xml", saved), (saved.Field, created));
                Assert.Equal(0, await journey.ScalarAsync<long>("SELECT count(*) FROM policies WHERE draft LIKE '%cANARY%'"));
            }
        );

    /// <summary>A device lock, a metered network and a VPN connection, with stored keys.</summary>
    private static async Task<WrittenPolicy> PolicyAsync(Journey journey) =>
        WorkPolicies.Locking(5) with
        {
            Connectivity = new()
            {
                Wifi =
                [
                    new WifiProfile.ByForm
                    {
                        Name = "Head office",
                        Key = await StoreAsync(journey, SecretKind.WifiKey, WifiKey),
                        Cost = WifiCost.Limited,
                    },
                ],
                Vpn =
                [
                    new VpnProfile.ByForm
                    {
                        Name = "To work",
                        Servers = ["vpn.contoso.com"],
                        Protocol = VpnProtocol.L2tp,
                        SignIn = VpnSignIn.Password,
                        PresharedKey = await StoreAsync(journey, SecretKind.VpnKey, VpnKey),
                    },
                ],
            },
        };

    private static async Task<SecretReference> StoreAsync(Journey journey, SecretKind kind, string value) =>
        (await journey.Get<StoreSecret>().ExecuteAsync(PolicyTestHost.Author, new NewSecret(kind, value), Cancel)).Value().Secret;
}
