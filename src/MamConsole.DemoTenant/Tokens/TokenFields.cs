using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MamConsole.DemoTenant.Tokens;

/// <summary>The header or the claims of a token in the making: ordered, and able to hold what a JSON object should not.</summary>
public sealed class TokenFields
{
    private readonly List<KeyValuePair<string, JsonNode?>> fields = [];

    /// <summary>The first value of that name; setting replaces it in its place or adds it at the end.</summary>
    public JsonNode? this[string name]
    {
        get => fields.Find(field => field.Key == name).Value;
        set
        {
            var at = fields.FindIndex(field => field.Key == name);
            if (at < 0)
            {
                Repeat(name, value);
            }
            else
            {
                fields[at] = new(name, value);
            }
        }
    }

    /// <summary>Adds a field even if there is one of that name.</summary>
    public void Repeat(string name, JsonNode? value) => fields.Add(new(name, value));

    /// <summary>Takes every field of that name out.</summary>
    public void Remove(string name) => fields.RemoveAll(field => field.Key == name);

    internal byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                writer.WritePropertyName(name);
                if (value is null)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    value.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
