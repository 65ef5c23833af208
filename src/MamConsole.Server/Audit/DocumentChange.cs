using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Audit;

/// <summary>
/// A policy's document before and after a change, as JSON, reduced to the areas that differ. Plain JSON, so that an event stays readable
/// when the structure of the document changes.
/// </summary>
/// <param name="Before">The previous content of the changed areas; null when there was no document.</param>
/// <param name="After">The new content of the changed areas.</param>
internal sealed record DocumentChange(JsonObject? Before, JsonObject After)
{
    public static DocumentChange Between(WrittenPolicy? before, WrittenPolicy after)
    {
        var old = before is null ? null : Tree(before);
        var now = Tree(after);
        if (old is null)
        {
            return new DocumentChange(null, now);
        }

        foreach (var area in now.Select(member => member.Key).Union(old.Select(member => member.Key)).ToArray())
        {
            if (JsonNode.DeepEquals(old[area], now[area]))
            {
                old.Remove(area);
                now.Remove(area);
            }
        }

        return new DocumentChange(old, now);
    }

    private static JsonObject Tree(WrittenPolicy policy) => JsonSerializer.SerializeToNode(policy, WrittenPolicy.Json)!.AsObject();
}
