using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>
/// A policy's document as text. Documents of older shapes are lifted step by step while they are read and are never rewritten, so that a
/// version stays what was published.
/// </summary>
internal static class PolicyDocument
{
    /// <summary>Characters of JSON: far beyond what a device takes in its few messages (docs/reference/abuse-cases.md PB-08).</summary>
    public const int MaximumLength = 512 * 1024;

    /// <summary>The step at index n makes shape n + 2 of shape n + 1.</summary>
    private static readonly ImmutableArray<Action<JsonObject>> Steps = [];

    public static string Write(WrittenPolicy policy) => JsonSerializer.Serialize(policy, WrittenPolicy.Json);

    /// <summary>Null when the document may be kept, else the problem to return.</summary>
    public static Problem? Unstorable(WrittenPolicy policy) =>
        (Problem?)TooLarge(policy) ?? (ClearKeys.FieldOf(policy.Connectivity) is { } field ? new UnencryptedKey(field) : null);

    private static DocumentTooLarge? TooLarge(WrittenPolicy policy) =>
        Write(policy).Length is var length && length > MaximumLength ? new DocumentTooLarge(length, MaximumLength) : null;

    /// <exception cref="InvalidDataException">The text is no document of this or an older shape: the database was changed by
    /// hand.</exception>
    public static WrittenPolicy Read(string json) => Lift(json, Steps).Deserialize<WrittenPolicy>(WrittenPolicy.Json)!;

    /// <summary>Lifts a document to the shape after the last step.</summary>
    internal static JsonObject Lift(string json, ImmutableArray<Action<JsonObject>> steps)
    {
        var document = JsonNode.Parse(json) as JsonObject ?? throw new InvalidDataException("A stored policy is no JSON object.");
        var schema = (int?)document["schema"] ?? 1;
        if (schema < 1 || schema > steps.Length + 1)
        {
            throw new InvalidDataException($"A stored policy has shape {schema}; this program knows 1 to {steps.Length + 1}.");
        }

        foreach (var step in steps.Skip(schema - 1))
        {
            step(document);
        }

        document["schema"] = steps.Length + 1;
        return document;
    }
}
