using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Cli;

/// <summary>Where the program writes: what was asked for to one place, what went wrong to the other.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    private static readonly JsonSerializerOptions Json = new(WrittenPolicy.Json)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>A line for people. Names and values come from files of others: what could steer a terminal is taken out.</summary>
    public void Line(string text) => Out.WriteLine(Plain(text));

    /// <summary>A line about what went wrong.</summary>
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

    /// <summary>One JSON document, for scripts.</summary>
    public void WriteJson<T>(T value) => Out.WriteLine(JsonSerializer.Serialize(value, Json));
}
