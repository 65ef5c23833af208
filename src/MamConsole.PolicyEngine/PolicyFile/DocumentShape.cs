using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.PolicyFile;

/// <summary>
/// Reports every fault that prevents a JSON value from being a document, with its path; the serializer would stop at the first one. A value
/// without faults can be deserialized.
/// </summary>
internal static class DocumentShape
{
    private static readonly JsonSerializerOptions Json = Ready();

    public static void Check(JsonElement value, Type type, string path, List<FileFault> faults)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
        {
            Require(value.ValueKind == JsonValueKind.String, "Text in quotation marks is required; numbers are also written as text.");
        }
        else if (plain == typeof(Guid))
        {
            Require(value.ValueKind == JsonValueKind.String && value.TryGetGuid(out _), "A GUID in quotation marks is required.");
        }
        else if (plain == typeof(bool))
        {
            Require(value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false is required.");
        }
        else if (plain == typeof(int))
        {
            Require(value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _), "A whole number is required.");
        }
        else if (plain.IsEnum)
        {
            var names = Enum.GetNames(plain).Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
            Require(
                value.ValueKind == JsonValueKind.String && names.Contains(value.GetString(), StringComparer.OrdinalIgnoreCase),
                $"The value must be one of: {string.Join(", ", names)}."
            );
        }
        else if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            List(value, plain.GetGenericArguments()[0], path, faults);
        }
        else if (value.ValueKind != JsonValueKind.Object)
        {
            Require(false, "An object in braces is required.");
        }
        else if (plain == typeof(FieldComments))
        {
            Comments(value, path, faults);
        }
        else
        {
            Object(value, plain, path, faults);
        }

        void Require(bool holds, string otherwise)
        {
            if (!holds)
            {
                faults.Add(new FileFault(path, otherwise));
            }
        }
    }

    private static void List(JsonElement value, Type item, string path, List<FileFault> faults)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            faults.Add(new FileFault(path, "A list in brackets is required."));
            return;
        }

        foreach (var (i, row) in value.EnumerateArray().Index())
        {
            Check(row, item, $"{path}[{i}]", faults);
        }
    }

    private static void Comments(JsonElement value, string path, List<FileFault> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var note in value.EnumerateObject())
        {
            if (!FieldComments.IsField(note.Name))
            {
                faults.Add(
                    new FileFault(
                        $"{path}.{note.Name}",
                        $"There is no such setting. Write area.setting, such as deviceLock.history, or {FieldComments.WholePolicy}."
                    )
                );
            }
            else if (note.Value.ValueKind != JsonValueKind.String || !seen.Add(note.Name))
            {
                faults.Add(new FileFault($"{path}.{note.Name}", "A single text is required."));
            }
        }
    }

    private static void Object(JsonElement value, Type type, string path, List<FileFault> faults)
    {
        var info = Json.GetTypeInfo(type);
        string? discriminator = null;
        if (info.PolymorphismOptions is { } kinds)
        {
            discriminator = kinds.TypeDiscriminatorPropertyName;
            var known = kinds.DerivedTypes.ToDictionary(
                kind => (string)kind.TypeDiscriminator!,
                kind => kind.DerivedType,
                StringComparer.Ordinal
            );
            if (
                !value.TryGetProperty(discriminator, out var kind)
                || kind.ValueKind != JsonValueKind.String
                || !known.TryGetValue(kind.GetString()!, out var derived)
            )
            {
                faults.Add(new FileFault($"{path}.{discriminator}", $"The value must be one of: {string.Join(", ", known.Keys)}."));
                return;
            }

            info = Json.GetTypeInfo(derived);
        }

        Members(value, info.Properties.ToFrozenDictionary(property => property.Name, StringComparer.Ordinal), discriminator, path, faults);
    }

    private static void Members(
        JsonElement value,
        FrozenDictionary<string, JsonPropertyInfo> known,
        string? discriminator,
        string path,
        List<FileFault> faults
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var at = $"{path}.{member.Name}";
            if (!seen.Add(member.Name))
            {
                faults.Add(new FileFault(at, "This member appears twice."));
            }
            else if (member.Name == discriminator)
            {
                continue;
            }
            else if (!known.TryGetValue(member.Name, out var property))
            {
                var meant = known.Keys.FirstOrDefault(name => name.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
                faults.Add(
                    new FileFault(
                        at,
                        meant is null
                            ? "This member is not recognized: check the spelling."
                            : $"The correct name of this member is {meant}."
                    )
                );
            }
            else if (member.Value.ValueKind == JsonValueKind.Null)
            {
                if (!property.IsSetNullable)
                {
                    faults.Add(new FileFault(at, "null is not allowed; omit the member."));
                }
            }
            else
            {
                Check(member.Value, property.PropertyType, at, faults);
            }
        }
    }

    private static JsonSerializerOptions Ready()
    {
        WrittenPolicy.Json.MakeReadOnly(populateMissingResolver: true);
        return WrittenPolicy.Json;
    }
}
