using System.Text.Json;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.PolicyFile;

/// <summary>Reads MamConsole's own file strictly: a file with unknown content is rejected with the path of each fault.</summary>
public static class PolicyFileReader
{
    /// <param name="utf8">The content of the file.</param>
    /// <param name="policy">The policy; null when the file is rejected.</param>
    /// <returns>All faults; empty when the file was read.</returns>
    public static ValueList<FileFault> Read(ReadOnlyMemory<byte> utf8, out NamedPolicy? policy)
    {
        policy = null;
        var faults =
            SourceText.TryDecode(utf8.Span, out var text, out var fault) && SourceText.TryParse(text, out var json, out fault)
                ? Read(json.RootElement, out policy)
                : [new FileFault("$", fault!)];
        return faults;
    }

    /// <summary>Whether the JSON has the mark of such a file.</summary>
    internal static bool IsOne(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(PolicyFileWriter.Mark, out _);

    internal static ValueList<FileFault> Read(JsonElement root, out NamedPolicy? policy)
    {
        var faults = new List<FileFault>();
        policy = null;
        if (!IsOne(root))
        {
            return
            [
                new FileFault(
                    "$",
                    $"This is not a policy file: it does not begin with \"{PolicyFileWriter.Mark}\": {PolicyFileWriter.Schema}."
                ),
            ];
        }

        var schema = root.GetProperty(PolicyFileWriter.Mark);
        if (schema.ValueKind != JsonValueKind.Number || !schema.TryGetInt32(out var number) || number != PolicyFileWriter.Schema)
        {
            return
            [
                new FileFault(
                    $"$.{PolicyFileWriter.Mark}",
                    $"This version of MamConsole reads files of schema {PolicyFileWriter.Schema}, not {schema}."
                ),
            ];
        }

        DocumentShape.Check(root, typeof(Frame), "$", faults);
        if (!root.TryGetProperty("document", out var document))
        {
            faults.Add(new FileFault("$.document", "The document is missing."));
        }

        if (faults.Count == 0 && document.TryGetProperty("schema", out var shape) && shape.GetInt32() != WrittenPolicy.CurrentSchema)
        {
            faults.Add(
                new FileFault("$.document.schema", $"This version reads documents of schema {WrittenPolicy.CurrentSchema}, not {shape}.")
            );
        }

        if (faults.Count == 0)
        {
            var frame = root.Deserialize<Frame>(WrittenPolicy.Json)!;
            policy = new NamedPolicy(frame.Name, frame.Document);
        }

        return faults.ToValueList();
    }

    /// <summary>The structure of the whole file, used to check it.</summary>
    private sealed record Frame
    {
        public int MamConsolePolicy { get; init; }

        public string Name { get; init; } = "";

        public WrittenPolicy Document { get; init; } = new();
    }
}
