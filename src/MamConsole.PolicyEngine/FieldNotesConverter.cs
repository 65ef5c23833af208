using System.Text.Json;
using System.Text.Json.Serialization;

namespace MamConsole.PolicyEngine;

internal sealed class FieldNotesConverter : JsonConverter<FieldNotes>
{
    public override FieldNotes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var notes = new List<FieldNote>();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Notes are an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = reader.GetString()!;
            if (!FieldNotes.IsField(field) || notes.Exists(note => note.Field == field))
            {
                throw new JsonException($"could not be mapped: {field}");
            }

            reader.Read();
            notes.Add(
                new FieldNote(
                    field,
                    reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A note is text.")
                )
            );
        }

        return FieldNotes.Of(notes);
    }

    public override void Write(Utf8JsonWriter writer, FieldNotes value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var note in value.Notes)
        {
            writer.WriteString(note.Field, note.Text);
        }

        writer.WriteEndObject();
    }
}
