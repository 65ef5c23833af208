using System.Net;
using System.Net.Http.Headers;

namespace MamConsole.IntegrationTests.Api;

/// <summary>Every role and every program with a role may call the calculators, because they only compute.</summary>
public sealed class CalculatorAccessTests
{
    private const string Eas = """{ "mam": {}, "eas": {} }""";
    private const string Handoff = """{ "edition": "pro", "osBuild": 22631, "wipInMam": false, "mamEnterpriseId": "" }""";

    [Fact]
    public async Task Calculators_AcceptEveryRoleAndProgramsOnly()
    {
        await using var server = await TestServer.StartAsync();
        foreach (var roles in new string[][] { ["Owner"], ["Author", "Publisher"], ["HelpDesk"], ["Auditor"] })
        {
            using var client = await server.SignedInApiClientAsync(roles);
            var role = string.Join('+', roles);
            Assert.Equal(
                (role, HttpStatusCode.OK, HttpStatusCode.OK),
                (
                    role,
                    (await client.CallAsync(HttpMethod.Post, "/api/v1/eas/evaluate", Eas)).Status,
                    (await client.CallAsync(HttpMethod.Post, "/api/v1/handoff/evaluate", Handoff)).Status
                )
            );
        }

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await WithAsync(server.Tenant.IssueAppToken(["Auditor"])));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), await WithAsync(server.Tenant.IssueAppToken([])));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), await WithAsync(null));
        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized),
            await WithAsync(server.Tenant.IssueDeviceToken(server.Tenant.WithRoles("Owner")))
        );

        async Task<(HttpStatusCode, HttpStatusCode)> WithAsync(string? token)
        {
            using var client = server.CreateClient();
            client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            return (
                (await client.CallAsync(HttpMethod.Post, "/api/v1/eas/evaluate", Eas)).Status,
                (await client.CallAsync(HttpMethod.Post, "/api/v1/handoff/evaluate", Handoff)).Status
            );
        }
    }

    [Fact]
    public async Task ApiDocument_DescribesTheCalculatorsWithTheirMembers()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await server.SignedInApiClientAsync("Auditor");

        var description = (await client.CallAsync(HttpMethod.Get, "/openapi/v1.json")).Body!;

        Assert.NotNull(description["paths"]!["/api/v1/eas/evaluate"]!["post"]);
        Assert.NotNull(description["paths"]!["/api/v1/handoff/evaluate"]!["post"]);
        Assert.NotNull(description["paths"]!["/api/v1/exchange-policy"]!["put"]);
        Assert.Equal(42, description["components"]!["schemas"]!["EasPolicy"]!["properties"]!.AsObject().Count);
        Assert.Equal(9, description["components"]!["schemas"]!["LockNodes"]!["properties"]!.AsObject().Count);
    }
}
