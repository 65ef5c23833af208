using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Audit;

namespace MamConsole.Tests.Server.Audit;

public sealed class AuditJsonTests
{
    public static TheoryData<string> Kinds =>
        [.. typeof(AuditEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(AuditEvent))).Select(type => type.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void TryRead_ReturnsWrittenEvent(string kind)
    {
        var what = Sample(kind);

        Assert.True(AuditJson.TryRead(CanonicalJson.Write(AuditJson.Write(what)), out var read));

        Assert.Equal(
            (what.GetType(), what.Summary(), what.Subject, what.Actor),
            (read.GetType(), read.Summary(), read.Subject, read.Actor)
        );
    }

    /// <summary>An event stores codes and values; the sentence that is shown is not stored.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void Write_StoresNoSentence(string kind)
    {
        var what = Sample(kind);
        var tree = AuditJson.Write(what);

        Assert.DoesNotContain(what.Summary(), AuditJson.SearchText(tree), StringComparison.Ordinal);
        Assert.All(
            Texts(tree).Where(text => !text.StartsWith("value ", StringComparison.Ordinal)),
            text =>
                Assert.DoesNotContain(
                    ' ',
                    text.Replace("Terms of use", "", StringComparison.Ordinal).Replace("Exchange policy", "", StringComparison.Ordinal)
                )
        );
    }

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Texts(member.Value)),
            JsonArray items => items.SelectMany(Texts),
            JsonValue value when value.TryGetValue<string>(out var text) => [text],
            _ => [],
        };

    private static AuditEvent Sample(string kind)
    {
        var constructor = typeof(AuditEvent).GetNestedType(kind)!.GetConstructors().Single();
        var values = constructor.GetParameters().Select(Value).ToArray();
        var what = (AuditEvent)constructor.Invoke(values);
        typeof(AuditEvent).GetProperty(nameof(AuditEvent.Actor))!.SetValue(what, new Actor.Person(Guid.NewGuid(), "value person"));
        return what;
    }

    private static object? Value(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type switch
        {
            _ when type == typeof(string) => $"value {parameter.Name}",
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1),
            _ when type == typeof(ValueList<string>) => new[] { "value of a list" }.ToValueList(),
            _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(new { Length = 6 }),
            _ when type == typeof(DocumentChange) => new DocumentChange(null, new JsonObject { ["deviceLock"] = 1 }),
            _ when type == typeof(DeviceActionCommand) => new DeviceActionCommand.ReadNodes(new[] { "./DevDetail/SwV" }.ToValueList()),
            _ => Convert.ChangeType(7, type, CultureInfo.InvariantCulture),
        };
    }
}
