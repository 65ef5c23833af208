using System.Text.Json;
using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine.Authoring;

internal sealed class FieldCommentsConverter : JsonConverter<FieldComments>
{
    public override FieldComments Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var comments = new List<FieldComment>();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Comments must be an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = reader.GetString()!;
            if (!FieldComments.IsField(field) || comments.Exists(comment => comment.Field == field))
            {
                throw new JsonException($"could not be mapped: {field}");
            }

            reader.Read();
            comments.Add(
                new FieldComment(
                    field,
                    reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A comment must be text.")
                )
            );
        }

        return FieldComments.Of(comments);
    }

    public override void Write(Utf8JsonWriter writer, FieldComments value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var comment in value.Comments)
        {
            writer.WriteString(comment.Field, comment.Text);
        }

        writer.WriteEndObject();
    }
}
