using System.Text.Json;
using CsCheck;
using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Tests.PolicyEngine;

public sealed class WrittenPolicyTests
{
    [Fact]
    public void Json_RoundTripsPolicy() =>
        PolicyGen.Policy.Sample(
            policy => Assert.Equal(policy, Read(JsonSerializer.Serialize(policy, WrittenPolicy.Json))),
            iter: Iterations.Of(300)
        );

    [Fact]
    public void Json_RoundTripsAnyText() =>
        Gen.String[Gen.Char['\0', '\uD7FF'], 0, 20]
            .Sample(
                text =>
                {
                    var policy = new WrittenPolicy
                    {
                        DeviceLock = new() { MinimumLength = text },
                        NetworkBoundary = new() { CloudResources = [new() { Host = text, Proxy = text }] },
                    };
                    Assert.Equal(policy, Read(JsonSerializer.Serialize(policy, WrittenPolicy.Json)));
                },
                iter: Iterations.Of(100)
            );

    [Fact]
    public void Json_HasReadableMembersInOrder()
    {
        var json = JsonSerializer.SerializeToElement(SamplePolicies.Rich, WrittenPolicy.Json);

        Assert.Equal(
            [
                "schema",
                "assignment",
                "informationProtection",
                "appRules",
                "networkBoundary",
                "deviceLock",
                "helloPin",
                "handoff",
                "polling",
                "certificates",
                "connectivity",
                "monitoring",
            ],
            json.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal("people", json.GetProperty("assignment").GetProperty("to").GetString());
        Assert.Equal("allowOverrides", json.GetProperty("informationProtection").GetProperty("mode").GetString());
        Assert.Equal("storeApp", json.GetProperty("appRules").GetProperty("allowed")[0].GetProperty("kind").GetString());
        Assert.Equal("lettersAndDigits", json.GetProperty("deviceLock").GetProperty("passwordKind").GetString());
    }

    [Fact]
    public void Deserialize_ReturnsEmptyPolicyForEmptyDocument() => Assert.Equal(new WrittenPolicy(), Read("{}"));

    [Theory]
    [InlineData("""{ "deviceLok": {} }""")]
    [InlineData("""{ "deviceLock": { "minimumLenght": "8" } }""")]
    [InlineData("""{ "deviceLock": null }""")]
    [InlineData("""{ "deviceLock": { "minimumLength": null } }""")]
    [InlineData("""{ "assignment": { "people": [null] } }""")]
    [InlineData("""{ "informationProtection": { "mode": 4 } }""")]
    [InlineData("""{ "informationProtection": { "mode": "loud" } }""")]
    [InlineData("""{ "informationProtection": { "azureRms": 2 } }""")]
    [InlineData("""{ "informationProtection": { "showIcons": "1" } }""")]
    [InlineData("""{ "appRules": { "allowed": [ { "kind": "folder", "path": "C:\\*" } ] } }""")]
    [InlineData("""{ "appRules": { "allowed": [ { "publisher": "CN=x" } ] } }""")]
    public void Deserialize_RejectsUnknownOrInvalidMembers(string json) => Assert.ThrowsAny<JsonException>(() => _ = ReadOrThrow(json));

    private static WrittenPolicy? Read(string json) => JsonSerializer.Deserialize<WrittenPolicy>(json, WrittenPolicy.Json);

    /// <summary>
    /// Converts the exception of the serializer for a rule without a kind, which is a <see cref="NotSupportedException"/>.
    /// </summary>
    private static WrittenPolicy? ReadOrThrow(string json)
    {
        try
        {
            return Read(json);
        }
        catch (NotSupportedException e)
        {
            throw new JsonException(e.Message, e);
        }
    }
}
