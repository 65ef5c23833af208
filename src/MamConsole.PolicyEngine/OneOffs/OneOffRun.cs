using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.OneOffs;

/// <summary>A one-off command that is out: enough to make the same bytes again and to understand the answer. Stored with the session.</summary>
/// <param name="Id">The command's id.</param>
/// <param name="Command">What was asked.</param>
/// <param name="Stage">Which of its messages this is, from 0.</param>
/// <param name="Asks">What the message asks.</param>
/// <param name="Heard">For each of <paramref name="Asks"/> what came so far.</param>
/// <param name="Told">What earlier messages brought.</param>
public sealed record OneOffRun(
    string Id,
    OneOffCommand Command,
    int Stage,
    ValueList<OneOffAsk> Asks,
    ValueList<NodeAnswer> Heard,
    ValueList<NodeAnswer> Told
)
{
    /// <summary>A message's part that was not answered yet.</summary>
    public static OneOffRun Of(string id, OneOffCommand command, int stage, ValueList<OneOffAsk> asks, ValueList<NodeAnswer> told) =>
        new(id, command, stage, asks, asks.Select(a => new NodeAnswer(a.LocUri)).ToValueList(), told);
}
