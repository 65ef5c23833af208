using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.DeviceLock;
using MamConsole.Server.Policies;

namespace MamConsole.Tests.Server.Policies;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void Read_ReturnsWrittenPolicy()
    {
        var policy = new WrittenPolicy
        {
            DeviceLock = new DeviceLockSettings { LockAfterMinutes = "ten \"<\u0000", PasswordKind = PasswordKind.Any },
        };

        Assert.Equal(policy, PolicyDocument.Read(PolicyDocument.Write(policy)));
    }

    [Fact]
    public void Lift_AppliesEachMigrationStep()
    {
        Action<JsonObject> rename = document =>
        {
            document["colour"] = document["color"]?.DeepClone();
            document.Remove("color");
        };
        Action<JsonObject> addShade = document => document["shade"] = $"dark {document["colour"]}";

        Assert.Equal(
            """{"schema":3,"colour":"red","shade":"dark red"}""",
            PolicyDocument.Lift("""{"schema":1,"color":"red"}""", [rename, addShade]).ToJsonString()
        );
        Assert.Equal(
            """{"schema":3,"colour":"red","shade":"dark red"}""",
            PolicyDocument.Lift("""{"schema":2,"colour":"red"}""", [rename, addShade]).ToJsonString()
        );
        Assert.Equal(
            """{"schema":3,"colour":"red"}""",
            PolicyDocument.Lift("""{"schema":3,"colour":"red"}""", [rename, addShade]).ToJsonString()
        );
    }

    [Theory]
    [InlineData("""{"schema":2}""")]
    [InlineData("""{"schema":0}""")]
    [InlineData("[]")]
    public void Read_RejectsUnknownSchema(string json) => Assert.Throws<InvalidDataException>(() => PolicyDocument.Read(json));

    [Fact]
    public void Read_LiftsToCurrentSchema() => Assert.Equal(WrittenPolicy.CurrentSchema, PolicyDocument.Read("""{"schema":1}""").Schema);
}
