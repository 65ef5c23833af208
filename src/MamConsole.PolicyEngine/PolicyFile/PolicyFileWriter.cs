using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.PolicyEngine.PolicyFile;

/// <summary>
/// Writes MamConsole's own file: JSON for people and for version control. The same policy produces the same bytes: members in the order of
/// the model, two spaces per level, LF, UTF-8 without a byte order mark, no empty values.
/// </summary>
public static class PolicyFileWriter
{
    /// <summary>The member that identifies the file; its value is the file's schema.</summary>
    public const string Mark = "mamConsolePolicy";

    /// <summary>The schema of the frame around the document, which has its own schema number.</summary>
    public const int Schema = 1;

    // Letters of all languages are written without escapes: the output is a file, not a web page.
    private static readonly JsonSerializerOptions Layout = new(WrittenPolicy.Json)
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(NamedPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var document = JsonSerializer.SerializeToNode(policy.Document, Layout)!.AsObject();
        foreach (var area in document.Select(member => member.Key).ToArray())
        {
            if (document[area] is JsonObject settings && area != "why")
            {
                WithoutSilence(settings);
                if (settings.Count == 0)
                {
                    document.Remove(area);
                }
            }
        }

        var file = new JsonObject
        {
            [Mark] = Schema,
            ["name"] = policy.Name,
            ["document"] = document,
        };
        return Encoding.UTF8.GetBytes(file.ToJsonString(Layout) + "\n");
    }

    /// <summary>Removes what a reader adds by default: empty texts and lists, and the flag of a rule that does not deny.</summary>
    private static void WithoutSilence(JsonObject settings)
    {
        foreach (var (name, value) in settings.ToArray())
        {
            switch (value)
            {
                case JsonArray { Count: 0 }:
                case JsonValue text when text.GetValueKind() == JsonValueKind.String && text.GetValue<string>().Length == 0:
                case JsonValue flag when name == "deny" && flag.GetValueKind() == JsonValueKind.False:
                    settings.Remove(name);
                    break;
                case JsonObject inside:
                    WithoutSilence(inside);
                    break;
                case JsonArray rows:
                    foreach (var row in rows.OfType<JsonObject>())
                    {
                        WithoutSilence(row);
                    }

                    break;
            }
        }
    }
}
