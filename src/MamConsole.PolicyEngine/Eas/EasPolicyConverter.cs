using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Eas;

internal sealed class EasPolicyConverter : JsonConverter<EasPolicy>
{
    public override EasPolicy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return EasPolicy.TryRead(document.RootElement, out var fault) ?? throw JsonFault.Thrown(fault!);
    }

    public override void Write(Utf8JsonWriter writer, EasPolicy value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, number, items) in value.Settings)
        {
            writer.WritePropertyName(name);
            if (number is { } known)
            {
                writer.WriteNumberValue(known);
            }
            else
            {
                JsonSerializer.Serialize(writer, items, options);
            }
        }

        writer.WriteEndObject();
    }
}
