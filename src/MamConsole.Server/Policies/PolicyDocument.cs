using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Connectivity;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>
/// Reads and writes a policy's document as JSON. Documents of older schema versions are upgraded step by step on reading and never
/// rewritten, so that a stored version stays exactly as published.
/// </summary>
internal static class PolicyDocument
{
    /// <summary>
    /// The maximum length of the JSON, in characters: far beyond what a device accepts in a session (docs/reference/abuse-cases.md PB-08).
    /// </summary>
    public const int MaximumLength = 512 * 1024;

    /// <summary>The step at index n upgrades schema version n + 1 to n + 2.</summary>
    private static readonly ImmutableArray<Action<JsonObject>> Steps = [];

    public static string Write(WrittenPolicy policy) => JsonSerializer.Serialize(policy, WrittenPolicy.Json);

    /// <summary>Returns null when the document can be stored, otherwise the problem.</summary>
    public static Problem? Unstorable(WrittenPolicy policy) =>
        (Problem?)TooLarge(policy) ?? (ClearKeys.FieldOf(policy.Connectivity) is { } field ? new UnencryptedKey(field) : null);

    private static DocumentTooLarge? TooLarge(WrittenPolicy policy) =>
        Write(policy).Length is var length && length > MaximumLength ? new DocumentTooLarge(length, MaximumLength) : null;

    /// <exception cref="InvalidDataException">The text is not a document of this or an older schema version, for example after a manual
    /// change in the database.</exception>
    public static WrittenPolicy Read(string json) => Lift(json, Steps).Deserialize<WrittenPolicy>(WrittenPolicy.Json)!;

    /// <summary>Upgrades a document to the schema version after the last step.</summary>
    internal static JsonObject Lift(string json, ImmutableArray<Action<JsonObject>> steps)
    {
        var document = JsonNode.Parse(json) as JsonObject ?? throw new InvalidDataException("A stored policy is not a JSON object.");
        var schema = (int?)document["schema"] ?? 1;
        if (schema < 1 || schema > steps.Length + 1)
        {
            throw new InvalidDataException($"A stored policy has schema version {schema}; this program supports 1 to {steps.Length + 1}.");
        }

        foreach (var step in steps.Skip(schema - 1))
        {
            step(document);
        }

        document["schema"] = steps.Length + 1;
        return document;
    }
}
