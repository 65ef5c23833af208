using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MamConsole.DemoTenant.Tokens;

/// <summary>The header or the claims of a token. The fields are ordered, and names may repeat, which valid JSON does not allow.</summary>
public sealed class TokenFields
{
    private readonly List<KeyValuePair<string, JsonNode?>> fields = [];

    /// <summary>The first value with that name. The setter replaces it in place or appends it.</summary>
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

    /// <summary>Appends a field even if there is one with that name.</summary>
    public void Repeat(string name, JsonNode? value) => fields.Add(new(name, value));

    /// <summary>Removes every field with that name.</summary>
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
