using System.Net;
using System.Text.Json.Nodes;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The handoff calculator over real HTTP: every row of the table, exactly as the contract specifies it.</summary>
public sealed class HandoffCalculatorTests(CalculatorFixture fixture) : IClassFixture<CalculatorFixture>
{
    private const string Address = "/api/v1/handoff/evaluate";

    /// <summary>The target configuration, of which each row changes some members.</summary>
    private const string Target = """
        { "discoveryUrl": "https://mdm.contoso.com/EnrollmentServer/Discovery.svc", "edition": "pro", "osBuild": 22631, "wipInMam": true, "wipInMdm": true,
          "mamEnterpriseId": "contoso.com", "mdmEnterpriseId": "contoso.com", "revokeOnMdmHandoff": 0, "revokeOnUnenroll": 1 }
        """;

    [Theory]
    [InlineData("H01", false, "unchanged", "info", """{ "discoveryUrl": null }""")]
    [InlineData("H01", false, "unchanged", "info", """{ "discoveryUrl": null, "edition": "home", "osBuild": 10586 }""")]
    [InlineData("H02", false, "unchanged", "error", """{ "osBuild": 15062 }""")]
    [InlineData("H02", false, "unchanged", "error", """{ "osBuild": 14393, "edition": "home" }""")]
    [InlineData("H03", true, "lost", "error", """{ "edition": "home", "osBuild": 15063 }""")]
    [InlineData("H04", true, "nothingToLose", "warning", """{ "edition": "home", "wipInMam": false }""")]
    [InlineData("H05", true, "nothingToLose", "ok", """{ "wipInMam": false, "wipInMdm": null, "revokeOnMdmHandoff": null }""")]
    [InlineData("H06", true, "wiped", "error", """{ "wipInMdm": false }""")]
    [InlineData("H06", true, "wiped", "error", """{ "wipInMdm": false, "revokeOnUnenroll": null }""")]
    [InlineData("H07", true, "unprotected", "warning", """{ "wipInMdm": false, "revokeOnUnenroll": 0 }""")]
    [InlineData("H08", true, "wiped", "error", """{ "mdmEnterpriseId": "contoso.net" }""")]
    [InlineData("H08", true, "wiped", "error", """{ "mamEnterpriseId": "a.example|contoso.com" }""")]
    [InlineData("H09", true, "unknown", "error", """{ "mdmEnterpriseId": "contoso.net", "revokeOnUnenroll": 0 }""")]
    [InlineData("H10", true, "wiped", "error", """{ "revokeOnMdmHandoff": 1 }""")]
    [InlineData("H10", true, "wiped", "error", """{ "revokeOnMdmHandoff": null, "revokeOnUnenroll": null }""")]
    [InlineData("H11", true, "wiped", "error", """{ "revokeOnMdmHandoff": null, "revokeOnUnenroll": 0 }""")]
    [InlineData("H12", true, "retained", "ok", "{}")]
    [InlineData("H12", true, "retained", "ok", """{ "revokeOnUnenroll": null }""")]
    [InlineData("H12", true, "retained", "ok", """{ "mdmEnterpriseId": "Contoso.com" }""")]
    [InlineData(
        "H12",
        true,
        "retained",
        "ok",
        """{ "mamEnterpriseId": "contoso.com|a.example", "mdmEnterpriseId": "contoso.com|b.example" }"""
    )]
    [InlineData("H13", true, "retained", "warning", """{ "revokeOnUnenroll": 0 }""")]
    [InlineData("H14", true, "unknown", "warning", """{ "wipInMdm": null }""")]
    [InlineData("H14", true, "unknown", "warning", """{ "wipInMdm": null, "mdmEnterpriseId": "contoso.net" }""")]
    [InlineData("H14", true, "unknown", "warning", """{ "mdmEnterpriseId": null }""")]
    [InlineData("H14", true, "unknown", "warning", """{ "mdmEnterpriseId": "", "revokeOnUnenroll": 0 }""")]
    [InlineData("H15", true, "wiped", "warning", """{ "wipInMdm": null, "revokeOnMdmHandoff": 1 }""")]
    [InlineData("H15", true, "wiped", "warning", """{ "mdmEnterpriseId": null, "revokeOnMdmHandoff": null }""")]
    public async Task HandoffCalculator_AnswersEachRowOfTheTable(
        string row,
        bool linkShown,
        string workFiles,
        string severity,
        string change
    )
    {
        var answer = await EvaluateAsync(Change(change));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["row", "linkShown", "workFiles", "severity", "message"], answer.Body!.AsObject().Select(member => member.Key));
        Assert.Equal(
            (row, linkShown, workFiles, severity),
            ((string)answer["row"]!, (bool)answer["linkShown"]!, (string)answer["workFiles"]!, (string)answer["severity"]!)
        );
        Assert.NotEmpty((string)answer["message"]!);
    }

    [Fact]
    public async Task HandoffCalculator_TreatsAMissingMemberAsNull()
    {
        var answer = await EvaluateAsync(
            """{ "edition": "pro", "osBuild": 22631, "wipInMam": true, "mamEnterpriseId": "contoso.com", "discoveryUrl": "https://mdm.contoso.com/" }"""
        );

        Assert.Equal("H15", (string)answer["row"]!);
    }

    [Theory]
    [InlineData("""{ "discoveryUrl": "http://mdm.contoso.com/" }""", "$.discoveryUrl")]
    [InlineData("""{ "discoveryUrl": "mdm.contoso.com" }""", "$.discoveryUrl")]
    [InlineData("""{ "discoveryUrl": "https://10.0.0.1/" }""", "$.discoveryUrl")]
    [InlineData("""{ "discoveryUrl": "https://u@mdm.contoso.com/" }""", "$.discoveryUrl")]
    [InlineData("""{ "discoveryUrl": "https://mdm.contoso.com/#a" }""", "$.discoveryUrl")]
    [InlineData("""{ "discoveryUrl": 7 }""", "$.discoveryUrl")]
    [InlineData("""{ "edition": "enterprise" }""", "$.edition")]
    [InlineData("""{ "edition": null }""", "$.edition")]
    [InlineData("""{ "osBuild": "22631" }""", "$.osBuild")]
    [InlineData("""{ "osBuild": 22631.5 }""", "$.osBuild")]
    [InlineData("""{ "osBuild": -1 }""", "$.osBuild")]
    [InlineData("""{ "wipInMam": null }""", "$.wipInMam")]
    [InlineData("""{ "wipInMam": 1 }""", "$.wipInMam")]
    [InlineData("""{ "wipInMdm": "yes" }""", "$.wipInMdm")]
    [InlineData("""{ "mamEnterpriseId": null }""", "$.mamEnterpriseId")]
    [InlineData("""{ "revokeOnMdmHandoff": 2 }""", "$.revokeOnMdmHandoff")]
    [InlineData("""{ "revokeOnMdmHandoff": false }""", "$.revokeOnMdmHandoff")]
    [InlineData("""{ "revokeOnUnenroll": -1 }""", "$.revokeOnUnenroll")]
    [InlineData("""{ "colour": 1 }""", "$.colour")]
    public async Task HandoffCalculator_ReportsThePositionOfAnInvalidMember(string change, string path)
    {
        var answer = await EvaluateAsync(Change(change));

        Assert.Equal(
            (HttpStatusCode.BadRequest, "application/problem+json", path),
            (answer.Status, answer.MediaType, (string?)answer["path"])
        );
    }

    [Theory]
    [InlineData("edition")]
    [InlineData("osBuild")]
    [InlineData("wipInMam")]
    [InlineData("mamEnterpriseId")]
    public async Task HandoffCalculator_RejectsAMissingRequiredMember(string member)
    {
        var question = JsonNode.Parse(Target)!.AsObject();
        question.Remove(member);

        Assert.Equal(
            (HttpStatusCode.BadRequest, "$"),
            await EvaluateAsync(question.ToJsonString()) is var answer ? (answer.Status, (string?)answer["path"]) : default
        );
    }

    private static string Change(string change)
    {
        var question = JsonNode.Parse(Target)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            question[name] = value?.DeepClone();
        }

        return question.ToJsonString();
    }

    private async Task<ApiAnswer> EvaluateAsync(string question)
    {
        using var client = fixture.Host.Client("Auditor");
        return await client.CallAsync(HttpMethod.Post, Address, question);
    }
}
