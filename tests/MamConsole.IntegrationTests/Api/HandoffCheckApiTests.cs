using System.Net;
using MamConsole.IntegrationTests.Storage;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The check-list before an MDM handoff and the platform limitations over real HTTP.</summary>
public sealed class HandoffCheckApiTests
{
    private const string Offering = """
        { "name": "Offering", "document": {
            "assignment": { "to": "everyone" },
            "informationProtection": { "mode": "silent", "enterpriseIds": ["contoso.com"], "revokeOnMdmHandoff": false },
            "handoff": { "discoveryUrl": "https://mdm.contoso.com/EnrollmentServer/Discovery.svc", "wipInMdm": false } } }
        """;

    [Theory, EveryDatabase]
    public async Task HandoffCheck_ReturnsFourItemsAndASentence(string provider)
    {
        await using var host = await PolicyApiHost.StartAsync(provider);
        using var author = host.Client("Author");
        var id = (string)(await author.CallAsync(HttpMethod.Post, "/api/v1/policies", Offering))["policyId"]!;
        using var helpDesk = host.Client("HelpDesk");

        var check = await helpDesk.CallAsync(HttpMethod.Get, $"/api/v1/policies/{id}/handoff");

        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Equal(
            (true, 0, "No PC gets this policy yet, so an MDM handoff would affect no work files."),
            ((bool)check["isOffered"]!, (int)check["devices"]!, (string)check["sentence"]!)
        );
        Assert.Equal(
            [("editions", "unknown"), ("protection", "bad"), ("id", "unknown"), ("keys", "unknown")],
            check["items"]!.AsArray().Select(item => ((string)item!["key"]!, (string)item["state"]!))
        );
        Assert.Empty(check["rows"]!.AsArray());

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await author.CallAsync(HttpMethod.Get, "/api/v1/policies/0197a1b2-0000-7000-8000-000000000000/handoff")).Status
        );
        using var nobody = host.Client("");
        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.CallAsync(HttpMethod.Get, $"/api/v1/policies/{id}/handoff")).Status);
    }

    [Theory, EveryDatabase]
    public async Task PolicyReview_ContainsThePlatformLimitations(string provider)
    {
        await using var host = await PolicyApiHost.StartAsync(provider);
        using var author = host.Client("Author");
        var id = (string)(await author.CallAsync(HttpMethod.Post, "/api/v1/policies", Offering))["policyId"]!;

        var review = await author.CallAsync(HttpMethod.Post, $"/api/v1/policies/{id}/validate");

        Assert.Equal(
            ["helps", "wip-ends", "recovery"],
            review["limitations"]!.AsArray().Select(limitation => (string)limitation!["code"]!)
        );
        Assert.EndsWith("there are no PCs yet.", (string)review["limitations"]![1]!["text"]!, StringComparison.Ordinal);
    }
}
