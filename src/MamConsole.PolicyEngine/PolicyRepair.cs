using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.PolicyEngine.NetworkBoundary;

namespace MamConsole.PolicyEngine;

/// <summary>Puts a finding's suggestion into the field that it is about: what the button beside the message does.</summary>
public static class PolicyRepair
{
    /// <summary>The repaired policy; the same one when the finding suggests nothing or its field is gone.</summary>
    public static WrittenPolicy Apply(WrittenPolicy policy, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Suggestion is not { } suggestion)
        {
            return policy;
        }

        // The path is one of the policy's JSON, so that every field of every area is reached in the same way.
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

        // A range has two fields and is suggested in one piece.
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
