using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.NetworkBoundary;

namespace MamConsole.PolicyEngine;

/// <summary>Puts a finding's suggestion into its field, for the button next to the message.</summary>
public static class PolicyRepair
{
    /// <summary>
    /// Returns the corrected policy, or the same policy when the finding has no suggestion or its field no longer exists.
    /// </summary>
    public static WrittenPolicy Apply(WrittenPolicy policy, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Suggestion is not { } suggestion)
        {
            return policy;
        }

        // The path refers to the policy's JSON, so that every field of every area is accessible in the same way.
        var document = JsonSerializer.SerializeToNode(policy, WrittenPolicy.Json)!;
        var dot = finding.Field.LastIndexOf('.');
        if (dot < 0 || Step(document, finding.Field[..dot]) is not { } parent || !Put(parent, finding.Field[(dot + 1)..], suggestion))
        {
            return policy;
        }

        return document.Deserialize<WrittenPolicy>(WrittenPolicy.Json)!;
    }

    private static JsonNode? Step(JsonNode node, string path)
    {
        JsonNode? at = node;
        foreach (var name in path.Split('.'))
        {
            var (field, index) = Parts(name);
            at = at?[field];
            at = index is { } i ? (at as JsonArray is { } rows && i < rows.Count ? rows[i] : null) : at;
        }

        return at;
    }

    private static bool Put(JsonNode parent, string name, string suggestion)
    {
        var (field, index) = Parts(name);
        if (index is not { } i)
        {
            parent[field] = suggestion;
            return true;
        }

        if (parent[field] is not JsonArray rows || i >= rows.Count)
        {
            return false;
        }

        // A range has two fields but a single suggestion.
        if (rows[i] is not JsonObject)
        {
            rows[i] = suggestion;
            return true;
        }

        if (suggestion.Split('-') is not [var first, var last])
        {
            return false;
        }

        rows[i] = JsonSerializer.SerializeToNode(new AddressRange { First = first, Last = last }, WrittenPolicy.Json);
        return true;
    }

    private static (string Field, int? Index) Parts(string name) =>
        name.IndexOf('[', StringComparison.Ordinal) is > 0 and var at
            ? (name[..at], FindingRules.Number(name[(at + 1)..^1]))
            : (name, null);
}
