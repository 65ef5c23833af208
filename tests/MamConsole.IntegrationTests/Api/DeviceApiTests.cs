using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MamConsole.IntegrationTests.Storage;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The REST API of devices over real HTTP, with tokens of the tenant and more devices than fit on a page.</summary>
public sealed class DeviceApiTests
{
    private const string Root = "/api/v1/devices";
    private const int Devices = 123;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task DeviceList_PagesContainEachDeviceOnceInOrder(string provider)
    {
        await using var server = await StartAsync(provider);
        using var client = await server.SignedInApiClientAsync("HelpDesk");
        foreach (var take in new[] { 1, 7, 50, 200 })
        {
            var seen = new List<(string Name, string Id)>();
            string? after = null;
            do
            {
                var page = await GetAsync(client, $"{Root}?take={take}{(after is null ? "" : $"&after={after}")}");
                Assert.Equal(Devices, (int)page["total"]!);
                var rows = page["rows"]!.AsArray();
                after = (string?)page["next"];
                Assert.True(after is null ? rows.Count is > 0 && rows.Count <= take : rows.Count == take);
                seen.AddRange(rows.Select(r => ((string)r!["personName"]!, (string)r["id"]!)));
            } while (after is not null);

            Assert.Equal(Devices, seen.Count);
            Assert.Equal(Devices, seen.Select(s => s.Id).Distinct().Count());
            Assert.Equal(
                seen.Select(s => s.Name.ToLowerInvariant()).Order(StringComparer.Ordinal),
                seen.Select(s => s.Name.ToLowerInvariant())
            );
        }
    }

    [Theory, EveryDatabase]
    public async Task DeviceList_PagesAreStableWhileDevicesEnrollAndUnenroll(string provider)
    {
        await using var server = await StartAsync(provider);
        using var client = await server.SignedInApiClientAsync("Auditor");
        var first = await GetAsync(client, $"{Root}?take=60");
        var before = first["rows"]!.AsArray().Select(r => (string)r!["id"]!).ToList();
        await AddAsync(server, 900, "aaa first of all");
        await EndAsync(server, before[10]);

        var rest = await GetAsync(client, $"{Root}?take=200&after={first["next"]}");

        Assert.Equal(Devices - 60, rest["rows"]!.AsArray().Count);
        Assert.DoesNotContain(rest["rows"]!.AsArray(), r => before.Contains((string)r!["id"]!));
    }

    [Theory, EveryDatabase]
    public async Task DeviceList_FiltersByPersonAddressNameAndState(string provider)
    {
        await using var server = await StartAsync(provider);
        using var client = await server.SignedInApiClientAsync("HelpDesk");

        Assert.Equal(1, await TotalAsync("search=LAPTOP-007"));
        Assert.Equal(1, await TotalAsync("search=laptop-007"));
        Assert.Equal(1, await TotalAsync("search=PERSON7@"));
        Assert.Equal(Devices, await TotalAsync("search=%20northwind%20"));
        Assert.Equal(15, await TotalAsync("search=%25"));
        Assert.Equal(0, await TotalAsync("search=_aptop"));
        Assert.Equal(Devices, await TotalAsync("state=upToDate"));
        Assert.Equal(0, await TotalAsync("state=failed"));
        Assert.Equal(0, await TotalAsync("state=unenrolled"));
        Assert.Equal(0, await TotalAsync("policyId=00000000-0000-7000-8000-000000000000"));

        await EndAsync(server, (string)(await GetAsync(client, $"{Root}?take=1"))["rows"]![0]!["id"]!);
        Assert.Equal((Devices - 1, 1), (await TotalAsync(""), await TotalAsync("state=Unenrolled")));

        async Task<int> TotalAsync(string query) => (int)(await GetAsync(client, $"{Root}?{query}"))["total"]!;
    }

    [Theory, EveryDatabase]
    public async Task DeviceDetail_ReturnsTheDeviceAndItsSettings(string provider)
    {
        await using var server = await StartAsync(provider);
        using var client = await server.SignedInApiClientAsync("HelpDesk");
        var id = (string)(await GetAsync(client, $"{Root}?search=LAPTOP-042"))["rows"]![0]!["id"]!;

        var device = await GetAsync(client, $"{Root}/{id}");
        var settings = await GetAsync(client, $"{Root}/{id}/settings");

        Assert.Equal(("LAPTOP-042", "upToDate"), ((string)device["row"]!["deviceName"]!, (string)device["row"]!["state"]!));
        Assert.Equal(
            ("Windows 11 23H2 (22631)", "Pro", true),
            ((string)device["row"]!["osVersion"]!, (string)device["osEdition"]!, (bool)device["canEnforceWip"]!)
        );
        Assert.NotEmpty((string)device["callerSummary"]!);
        Assert.Empty(settings["settings"]!.AsArray());
        Assert.Empty(settings["deviations"]!.AsArray());
    }

    [Fact]
    public async Task DeviceApi_ReportsUnknownDevicesAndInvalidParameters()
    {
        await using var server = await StartAsync("Sqlite");
        using var client = await server.SignedInApiClientAsync("HelpDesk");

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{Root}/0198c0de-0000-7000-8000-000000000000"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{Root}/0198c0de-0000-7000-8000-000000000000/settings"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{Root}/'%20OR%201=1"));
        foreach (
            var query in new[] { "after=", "after=nonsense", "after=!!!!", "after=eDp5", "take=many", "take=-3", "state=happy", "state=99" }
        )
        {
            using var answer = await client.GetAsync($"{Root}?{query}", Cancel);
            Assert.Equal((query, HttpStatusCode.BadRequest), (query, answer.StatusCode));
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal(Devices, (await GetAsync(client, $"{Root}?take=100000"))["rows"]!.AsArray().Count);
        Assert.Single((await GetAsync(client, $"{Root}?take=0"))["rows"]!.AsArray());

        async Task<HttpStatusCode> StatusAsync(string address)
        {
            using var answer = await client.GetAsync(address, Cancel);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task DeviceList_IsReadableByEveryRoleOnly()
    {
        await using var server = await StartAsync("Sqlite");
        foreach (
            var (roles, expected) in new (string[], HttpStatusCode)[]
            {
                (["Owner"], HttpStatusCode.OK),
                (["Author", "Publisher"], HttpStatusCode.OK),
                (["HelpDesk"], HttpStatusCode.OK),
                (["Auditor"], HttpStatusCode.OK),
                ([], HttpStatusCode.Forbidden),
            }
        )
        {
            using var client = await server.SignedInApiClientAsync(roles);
            using var answer = await client.GetAsync(Root, Cancel);
            Assert.Equal((string.Join('+', roles), expected), (string.Join('+', roles), answer.StatusCode));
        }

        Assert.Equal(HttpStatusCode.OK, await WithAsync(server.Tenant.IssueAppToken(["Auditor"])));
        Assert.Equal(HttpStatusCode.Unauthorized, await WithAsync(null));
        Assert.Equal(HttpStatusCode.Unauthorized, await WithAsync(server.Tenant.IssueDeviceToken(server.Tenant.WithRoles("Owner"))));

        async Task<HttpStatusCode> WithAsync(string? token)
        {
            using var client = server.CreateClient();
            client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            using var answer = await client.GetAsync(Root, Cancel);
            return answer.StatusCode;
        }
    }

    /// <summary>
    /// A server with devices of many people. Several people share a name, and some names differ in case or use other alphabets.
    /// </summary>
    private static async Task<TestServer> StartAsync(string provider)
    {
        var server = await TestServer.StartAsync(new TestServerOptions { Provider = Enum.Parse<StorageProvider>(provider) });
        string[] names = ["Ana Berg", "ana berg", "Élodie Roux", "Zoë Zimmer", "Łukasz Nowak", "O'Brien, Pat", "Ана Петрова", "%_"];
        for (var i = 0; i < Devices; i++)
        {
            await AddAsync(server, i, $"{names[i % names.Length]}{(i % 3 == 0 ? "" : $" {i % 5}")}");
        }

        return server;
    }

    private static Task<EnrolledDevice> AddAsync(TestServer server, int number, string person) =>
        server
            .Services.GetRequiredService<Database>()
            .WriteAsync(
                tx =>
                    DeviceStore.AddAsync(
                        tx,
                        new EnrolledDevice
                        {
                            Key = 0,
                            Id = Guid.CreateVersion7().ToString("D"),
                            TenantId = server.Tenant.Id,
                            ObjectId = new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                            DeviceId = $"{number:X32}",
                            Upn = $"person{number}@northwind.example",
                            PersonName = person,
                            DeviceName = $"LAPTOP-{number:000}",
                            OsVersion = "10.0.22631.3880",
                            OsBuild = 22631,
                            OsEdition = 48,
                            Grouping = Guid.NewGuid().ToString("D"),
                            EnrolledAt = TimeProvider.System.GetInstant(),
                        },
                        Cancel
                    ),
                Cancel
            );

    private static async Task EndAsync(TestServer server, string id)
    {
        var device = (await server.Services.GetRequiredService<DeviceStore>().FindAsync(id, Cancel))!;
        Assert.True(
            await server
                .Services.GetRequiredService<Database>()
                .WriteAsync(
                    tx => DeviceStore.EndAsync(tx, device, EndReason.DeviceUnenrolled, TimeProvider.System.GetInstant(), Cancel),
                    Cancel
                )
        );
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string address) =>
        (await client.GetFromJsonAsync<JsonNode>(address, Cancel))!;
}
