using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.Server.Audit;

/// <summary>
/// A policy's document before and after, as JSON, cut to the areas that differ: an event says what changed and does not carry the rest
/// along. Plain JSON, so that an event can be read when the document's shape has moved on.
/// </summary>
/// <param name="Before">The differing areas as they were; null when there was no document.</param>
/// <param name="After">The differing areas as they are.</param>
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
