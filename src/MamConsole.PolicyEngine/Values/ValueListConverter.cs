using System.Text.Json;
using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Values;

internal sealed class ValueListConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            T[] items;
            try
            {
                items = JsonSerializer.Deserialize<T[]>(ref reader, options) ?? [];
            }
            catch (Exception e) when (e is JsonException or NotSupportedException)
            {
                // A nested read has only its relative path; the outer reader sets a path only on exceptions without one.
                // NotSupportedException is thrown for an item of a closed hierarchy without its discriminator.
                throw new JsonException(e.Message, e);
            }

            return Array.Exists(items, item => item is null) ? throw new JsonException("A list contains null.") : items.ToValueList();
        }

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, (IEnumerable<T>)value, options);
    }
}
