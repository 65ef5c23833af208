using System.Text;
using System.Text.Json.Nodes;
using MamConsole.Server.Audit;

namespace MamConsole.Tests.Server.Audit;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": { "d": true, "c": null } }""", """{"a":{"c":null,"d":true},"b":1}""")]
    [InlineData("""{ "B": 1, "a": 2, "A": 3, "ä": 4, "_": 5 }""", """{"A":3,"B":1,"_":5,"a":2,"ä":4}""")]
    [InlineData("""[ 3, 1, [ 2 ], {} ]""", """[3,1,[2],{}]""")]
    [InlineData("""{ "a": "\u0041\/\u00e4<'+>\n" }""", """{"a":"A/ä<'+>\n"}""")]
    [InlineData("null", "null")]
    public void Write_GivesOneTextForEachValue(string json, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(CanonicalJson.Write(JsonNode.Parse(json))));

    [Fact]
    public void Write_IsIndependentOfHowValueWasCreated()
    {
        var built = new JsonObject
        {
            ["text"] = "Ñ & <b>\u2028",
            ["list"] = new JsonArray(1, "x"),
            ["none"] = null,
        };
        var parsed = JsonNode.Parse("""{"none":null,"list":[1,"x"],"text":"\u00d1 \u0026 \u003cb\u003e\u2028"}""");

        Assert.Equal(CanonicalJson.Write(built), CanonicalJson.Write(parsed));
    }
}
