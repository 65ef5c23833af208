using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>
/// A device action that is sent: enough data to create the same bytes again and to interpret the answer. Stored with the session.
/// </summary>
/// <param name="Id">The action's id.</param>
/// <param name="Command">The requested action.</param>
/// <param name="Stage">The index of the message within the action, from 0.</param>
/// <param name="Operations">The operations of the message.</param>
/// <param name="Received">The answers so far to each of <paramref name="Operations"/>.</param>
/// <param name="Earlier">The answers to earlier messages.</param>
public sealed record DeviceActionRun(
    string Id,
    DeviceActionCommand Command,
    int Stage,
    [property: JsonPropertyName("asks")] ValueList<NodeOperation> Operations,
    [property: JsonPropertyName("heard")] ValueList<NodeAnswer> Received,
    [property: JsonPropertyName("told")] ValueList<NodeAnswer> Earlier
)
{
    /// <summary>Returns the part of a message that is not answered yet.</summary>
    public static DeviceActionRun Of(
        string id,
        DeviceActionCommand command,
        int stage,
        ValueList<NodeOperation> operations,
        ValueList<NodeAnswer> earlier
    ) => new(id, command, stage, operations, operations.Select(a => new NodeAnswer(a.LocUri)).ToValueList(), earlier);
}
