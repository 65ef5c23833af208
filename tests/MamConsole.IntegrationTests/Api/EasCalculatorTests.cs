using System.Net;
using System.Text.Json.Nodes;
using MamConsole.Tests;

namespace MamConsole.IntegrationTests.Api;

/// <summary>The EAS calculator over real HTTP, exactly as the contract specifies it.</summary>
public sealed class EasCalculatorTests(CalculatorFixture fixture) : IClassFixture<CalculatorFixture>
{
    private const string Address = "/api/v1/eas/evaluate";

    [Fact]
    public async Task EasCalculator_AnswersWithEveryMemberOfTheContract()
    {
        var answer = await EvaluateAsync(
            """{ "mam": { "DevicePasswordEnabled": 0 }, "eas": { "DevicePasswordEnabled": 1, "MaxInactivityTimeDeviceLock": 300 } }"""
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            ["compliant", "failing", "resultant", "adminNeeded", "mailSyncs", "advice"],
            answer.Body!.AsObject().Select(member => member.Key)
        );
        Assert.Equal(
            """{"password":true,"simpleAllowed":true,"minLength":4,"groups":1,"idleSeconds":300,"failed":null,"expireDays":null,"history":0,"encryption":false}""",
            answer["resultant"]!.ToJsonString()
        );
        Assert.Equal(
            ("""["MaxInactivityTimeDeviceLock"]""", false, true, false),
            (answer["failing"]!.ToJsonString(), (bool)answer["compliant"]!, (bool)answer["adminNeeded"]!, (bool)answer["mailSyncs"]!)
        );
        Assert.All(answer["advice"]!.AsArray(), text => Assert.NotEmpty((string)text!));
    }

    [Theory]
    [InlineData("""{ "mam": {}, "eas": {} }""", true, false, true)]
    [InlineData("""{ "mam": {}, "eas": { "DevicePasswordEnabled": 1 }, "admin": true }""", false, true, true)]
    [InlineData("""{ "mam": {}, "eas": { "DevicePasswordEnabled": 1 }, "admin": false }""", false, true, false)]
    [InlineData("""{ "mam": {}, "eas": { "DevicePasswordEnabled": 1 }, "order": "mamAfterEas" }""", false, false, true)]
    [InlineData("""{ "mam": {}, "eas": { "RequireDeviceEncryption": 1 }, "order": "mamAfterEas" }""", false, false, false)]
    [InlineData("""{ "mam": {}, "eas": { "RequireDeviceEncryption": 1 }, "encrypted": true }""", true, false, true)]
    [InlineData(
        """{ "mam": { "DevicePasswordEnabled": 0, "MinDevicePasswordLength": 0 }, "eas": { "DevicePasswordEnabled": 1, "MinDevicePasswordLength": null, "MaxDevicePasswordFailedAttempts": null } }""",
        true,
        false,
        true
    )]
    public async Task EasCalculator_UsesTheDefaultsOfTheContractForMissingMembers(
        string question,
        bool compliant,
        bool adminNeeded,
        bool mailSyncs
    )
    {
        var answer = await EvaluateAsync(question);

        Assert.Equal(
            (compliant, adminNeeded, mailSyncs),
            ((bool)answer["compliant"]!, (bool)answer["adminNeeded"]!, (bool)answer["mailSyncs"]!)
        );
    }

    [Fact]
    public async Task EasCalculator_ListsFailingRulesInOrder()
    {
        var answer = await EvaluateAsync(
            """
            { "mam": {}, "eas": { "RequireDeviceEncryption": 1, "DevicePasswordHistory": 1, "DevicePasswordExpiration": 1, "MaxDevicePasswordFailedAttempts": 4,
              "MaxInactivityTimeDeviceLock": 60, "AlphanumericDevicePasswordRequired": 1, "MinDevicePasswordLength": 5, "AllowSimpleDevicePassword": 0, "DevicePasswordEnabled": 1 } }
            """
        );

        Assert.Equal(
            [
                "DevicePasswordEnabled",
                "AllowSimpleDevicePassword",
                "MinDevicePasswordLength",
                "MinDevicePasswordComplexCharacters",
                "MaxInactivityTimeDeviceLock",
                "MaxDevicePasswordFailedAttempts",
                "DevicePasswordExpiration",
                "DevicePasswordHistory",
                "RequireDeviceEncryption",
            ],
            answer["failing"]!.AsArray().Select(name => (string)name!)
        );
    }

    [Theory]
    [InlineData("""{ "eas": {} }""", "$")]
    [InlineData("""{ "mam": {} }""", "$")]
    [InlineData("""{ "mam": null, "eas": {} }""", "$.mam")]
    [InlineData("""{ "mam": [], "eas": {} }""", "$.mam")]
    [InlineData("""{ "mam": {}, "eas": 1 }""", "$.eas")]
    [InlineData("""{ "mam": {}, "eas": {}, "colour": 1 }""", "$.colour")]
    [InlineData("""{ "mam": { "Sparkle": 1 }, "eas": {} }""", "$.mam.Sparkle")]
    [InlineData("""{ "mam": { "DevicePasswordEnabled": true }, "eas": {} }""", "$.mam.DevicePasswordEnabled")]
    [InlineData("""{ "mam": { "MaxInactivityTimeDeviceLock": 1000 }, "eas": {} }""", "$.mam.MaxInactivityTimeDeviceLock")]
    [InlineData("""{ "mam": { "MinDevicePasswordLength": 3 }, "eas": {} }""", "$.mam.MinDevicePasswordLength")]
    [InlineData("""{ "mam": { "MinDevicePasswordLength": "8" }, "eas": {} }""", "$.mam.MinDevicePasswordLength")]
    [InlineData("""{ "mam": { "DevicePasswordHistory": 51 }, "eas": {} }""", "$.mam.DevicePasswordHistory")]
    [InlineData("""{ "mam": {}, "eas": { "MinDevicePasswordLength": 17 } }""", "$.eas.MinDevicePasswordLength")]
    [InlineData("""{ "mam": {}, "eas": { "MaxDevicePasswordFailedAttempts": 3 } }""", "$.eas.MaxDevicePasswordFailedAttempts")]
    [InlineData("""{ "mam": {}, "eas": { "MaxInactivityTimeDeviceLock": -1 } }""", "$.eas.MaxInactivityTimeDeviceLock")]
    [InlineData("""{ "mam": {}, "eas": { "MaxInactivityTimeDeviceLock": "900" } }""", "$.eas.MaxInactivityTimeDeviceLock")]
    [InlineData("""{ "mam": {}, "eas": { "AllowSimpleDevicePassword": false } }""", "$.eas.AllowSimpleDevicePassword")]
    [InlineData("""{ "mam": {}, "eas": { "PasswordEnabled": 1 } }""", "$.eas.PasswordEnabled")]
    [InlineData("""{ "mam": {}, "eas": {}, "order": "whenever" }""", "$.order")]
    [InlineData("""{ "mam": {}, "eas": {}, "order": 1 }""", "$.order")]
    [InlineData("""{ "mam": {}, "eas": {}, "encrypted": 1 }""", "$.encrypted")]
    [InlineData("""{ "mam": {}, "eas": {}, "admin": "yes" }""", "$.admin")]
    [InlineData("""{ "mam": {}, "eas": {}, "admin": null }""", "$.admin")]
    [InlineData("""{ "mam": {}, "mam": {}, "eas": {} }""", "$.mam")]
    [InlineData("null", "$")]
    public async Task EasCalculator_ReportsThePositionOfAnInvalidMember(string question, string path)
    {
        var answer = await EvaluateAsync(question);

        Assert.Equal(
            (HttpStatusCode.BadRequest, "application/problem+json", path),
            (answer.Status, answer.MediaType, (string?)answer["path"])
        );
        Assert.DoesNotContain("MamConsole.", (string)answer["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EasCalculator_MatchesEveryCaseOfTheReference()
    {
        var wrong = new List<string>();
        foreach (
            var one in JsonNode.Parse(
                await File.ReadAllTextAsync(ReferenceDocuments.Path("eas-cases.json"), TestContext.Current.CancellationToken)
            )!["cases"]!.AsArray()
        )
        {
            var question = new JsonObject(
                one!
                    .AsObject()
                    .Where(member => member.Key is "mam" or "eas" or "order" or "encrypted" or "admin")
                    .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
            );
            var answer = (await EvaluateAsync(question.ToJsonString())).Body!.AsObject();
            answer.Remove("advice");
            if (!JsonNode.DeepEquals(answer, one["expected"]))
            {
                wrong.Add($"{one["id"]}: {answer.ToJsonString()}");
            }
        }

        Assert.Empty(wrong);
    }

    private async Task<ApiAnswer> EvaluateAsync(string question)
    {
        using var client = fixture.Host.Client("HelpDesk");
        return await client.CallAsync(HttpMethod.Post, Address, question);
    }
}
