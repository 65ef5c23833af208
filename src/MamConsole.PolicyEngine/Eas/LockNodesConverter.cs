using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

internal sealed class LockNodesConverter : JsonConverter<LockNodes>
{
    public override LockNodes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return LockNodes.TryRead(document.RootElement, out var fault) ?? throw JsonFault.Thrown(fault!);
    }

    public override void Write(Utf8JsonWriter writer, LockNodes value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, number) in value.Values)
        {
            writer.WriteNumber(name, number);
        }

        writer.WriteEndObject();
    }
}
