using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Cli;

/// <summary>The output of the program: results go to one stream, errors to the other.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    private static readonly JsonSerializerOptions Json = new(WrittenPolicy.Json)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>
    /// Writes a line of text. Names and values come from untrusted files, so control characters that a terminal would execute are removed.
    /// </summary>
    public void Line(string text) => Out.WriteLine(Plain(text));

    /// <summary>Writes a line to the error stream.</summary>
    public void Complain(string text) => Error.WriteLine(Plain(text));

    private static string Plain(string text) =>
        string.Create(
            text.Length,
            text,
            static (to, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    to[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
                }
            }
        );

    /// <summary>Writes one JSON document for scripts.</summary>
    public void WriteJson<T>(T value) => Out.WriteLine(JsonSerializer.Serialize(value, Json));
}
