using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>
/// The member-by-member difference between two written policies, the machine-readable form of the change list. A comment
/// (<see cref="WrittenPolicy.Comments"/>) is a member like every setting.
/// </summary>
/// <param name="Edits">The edits, in the order of the document.</param>
public sealed record PolicyPatch(ValueList<FieldEdit> Edits)
{
    /// <summary>The empty patch.</summary>
    public static PolicyPatch Between(WrittenPolicy from, WrittenPolicy to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var (was, becomes) = (Members(from), Members(to));
        return new PolicyPatch(
            becomes
                .Keys.Concat(was.Keys.Where(field => !becomes.ContainsKey(field)))
                .Select(field => new FieldEdit(field, was.GetValueOrDefault(field), becomes.GetValueOrDefault(field)))
                .Where(edit => edit.Was != edit.Becomes)
                .ToValueList()
        );
    }

    /// <summary>Returns the policy with the edits applied; other members stay unchanged.</summary>
    /// <exception cref="JsonException">A member does not exist, or its JSON is not valid for it.</exception>
    public WrittenPolicy ApplyTo(WrittenPolicy policy)
    {
        var document = Document(policy);
        foreach (var edit in Edits)
        {
            var (area, member) = Split(edit.Field);
            if (document[area] is not JsonObject settings)
            {
                document[area] = settings = [];
            }

            if (edit.Becomes is { } json)
            {
                settings[member] = JsonNode.Parse(json);
            }
            else
            {
                settings.Remove(member);
            }
        }

        return document.Deserialize<WrittenPolicy>(WrittenPolicy.Json)!;
    }

    /// <summary>
    /// Returns the policy with one setting as entered text: a word, a number, or <c>true</c> and <c>false</c> for yes and no.
    /// </summary>
    /// <exception cref="JsonException">The setting does not exist, or the value is not valid for it.</exception>
    public static WrittenPolicy Put(WrittenPolicy policy, string field, string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var json = IsSwitch(field) ? typed : JsonSerializer.Serialize(typed);
        return new PolicyPatch([new FieldEdit(field, null, json)]).ApplyTo(policy);
    }

    private static bool IsSwitch(string field)
    {
        var (area, member) = Split(field);
        var type = PropertyType(typeof(WrittenPolicy), area) is { } settings ? PropertyType(settings, member) : null;
        return type == typeof(bool?) || type == typeof(bool);
    }

    private static Type? PropertyType(Type owner, string name)
    {
        WrittenPolicy.Json.MakeReadOnly(populateMissingResolver: true);
        return WrittenPolicy.Json.GetTypeInfo(owner).Properties.FirstOrDefault(property => property.Name == name)?.PropertyType;
    }

    private static Dictionary<string, string> Members(WrittenPolicy policy) =>
        Document(policy)
            .Where(area => area.Value is JsonObject)
            .SelectMany(area =>
                area.Value!.AsObject()
                    .Select(member => (Field: $"{area.Key}.{member.Key}", Json: member.Value!.ToJsonString(WrittenPolicy.Json)))
            )
            .ToDictionary(member => member.Field, member => member.Json, StringComparer.Ordinal);

    private static JsonObject Document(WrittenPolicy policy) => JsonSerializer.SerializeToNode(policy, WrittenPolicy.Json)!.AsObject();

    private static (string Area, string Member) Split(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            ? (field[..dot], field[(dot + 1)..])
            : throw new JsonException($"{field} is not a member of an area.");
    }
}
