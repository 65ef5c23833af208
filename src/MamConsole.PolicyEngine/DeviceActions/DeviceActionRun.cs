using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>
/// A one-off command that is out: enough to make the same bytes again and to understand the answer. Stored with the session.
/// </summary>
/// <param name="Id">The command's id.</param>
/// <param name="Command">What was asked.</param>
/// <param name="Stage">Which of its messages this is, from 0.</param>
/// <param name="Operations">What the message asks.</param>
/// <param name="Received">For each of <paramref name="Operations"/> what came so far.</param>
/// <param name="Earlier">What earlier messages brought.</param>
public sealed record DeviceActionRun(
    string Id,
    DeviceActionCommand Command,
    int Stage,
    [property: JsonPropertyName("asks")] ValueList<NodeOperation> Operations,
    [property: JsonPropertyName("heard")] ValueList<NodeAnswer> Received,
    [property: JsonPropertyName("told")] ValueList<NodeAnswer> Earlier
)
{
    /// <summary>A message's part that was not answered yet.</summary>
    public static DeviceActionRun Of(
        string id,
        DeviceActionCommand command,
        int stage,
        ValueList<NodeOperation> operations,
        ValueList<NodeAnswer> earlier
    ) => new(id, command, stage, operations, operations.Select(a => new NodeAnswer(a.LocUri)).ToValueList(), earlier);
}
