using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.OneOffs;

/// <summary>What is done to a node.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AskVerb>))]
public enum AskVerb { Get, Replace, Exec }

/// <summary>One command of a one-off as it goes over the wire.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="LocUri">To which node, complete.</param>
/// <param name="Format">Meta/Format; null for a Get.</param>
/// <param name="Data">The value; null when there is none.</param>
public sealed record OneOffAsk(AskVerb Verb, string LocUri, string? Format = null, string? Data = null);

/// <summary>What the device said about one node.</summary>
/// <param name="LocUri">The node.</param>
/// <param name="Code">Its status; 0 = it said nothing.</param>
/// <param name="OriginalError">Windows' own error beside it.</param>
/// <param name="Value">What a Get brought; null when it brought nothing.</param>
public sealed record NodeAnswer(string LocUri, int Code = 0, string? OriginalError = null, string? Value = null)
{
    /// <summary>Whether the value is longer than what is kept of it.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether the device did it.</summary>
    [JsonIgnore]
    public bool Succeeded => new StatusCode(Code).IsSuccess;
}

/// <summary>Everything that a device said about a one-off command.</summary>
public sealed record OneOffResult(ValueList<NodeAnswer> Nodes);

/// <summary>A one-off command that is out: enough to make the same bytes again and to understand the answer. Stored with the session.</summary>
/// <param name="Id">The command's id.</param>
/// <param name="Command">What was asked.</param>
/// <param name="Stage">Which of its messages this is, from 0.</param>
/// <param name="Asks">What the message asks.</param>
/// <param name="Heard">For each of <paramref name="Asks"/> what came so far.</param>
/// <param name="Told">What earlier messages brought.</param>
public sealed record OneOffRun(string Id, OneOffCommand Command, int Stage, ValueList<OneOffAsk> Asks, ValueList<NodeAnswer> Heard, ValueList<NodeAnswer> Told)
{
    /// <summary>A message's part that was not answered yet.</summary>
    public static OneOffRun Of(string id, OneOffCommand command, int stage, ValueList<OneOffAsk> asks, ValueList<NodeAnswer> told) =>
        new(id, command, stage, asks, asks.Select(a => new NodeAnswer(a.LocUri)).ToValueList(), told);
}

/// <summary>Where a one-off command stands when the device's package is complete. Closed.</summary>
public abstract record OneOffOutcome
{
    private OneOffOutcome() { }

    /// <summary>There is more to ask, in the next message.</summary>
    public sealed record GoesOn(OneOffRun Run) : OneOffOutcome;

    /// <summary>The device did it.</summary>
    public sealed record Answered(OneOffResult Result) : OneOffOutcome;

    /// <summary>The device would not, or said nothing of it.</summary>
    public sealed record Failed(OneOffResult Result) : OneOffOutcome;

    /// <summary>It was delivered; whether the device does it shows later, if at all.</summary>
    public sealed record Delivered(OneOffResult Result) : OneOffOutcome;
}
