using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>How far a step has come within its session.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepPhase>))]
public enum StepPhase
{
    /// <summary>The first writes are out.</summary>
    Writing,
    /// <summary>Add instead of Replace or the other way round, and what was not done only because another command failed, are out.</summary>
    Repairing,
    /// <summary>The mode, if its prerequisites are there, and the reads are out.</summary>
    Reading,
    /// <summary>The MDM link and its read are out.</summary>
    Linking,
    /// <summary>Nothing is out: the session may close.</summary>
    Done,
}

/// <summary>What a device said about one command.</summary>
/// <param name="Code">Its status; <see cref="StatusCode.None"/> when it said nothing.</param>
/// <param name="OriginalError">The HRESULT beside it.</param>
public readonly record struct Verdict(StatusCode Code, string? OriginalError);

/// <summary>A node's verdict in this session.</summary>
/// <param name="LocUri">As compiled.</param>
/// <param name="Value">The value sent; null for a removal.</param>
/// <param name="Verb">How it was written; null for a removal.</param>
/// <param name="Code">The last status; 0 = none came.</param>
/// <param name="OriginalError">The HRESULT beside it.</param>
/// <param name="Message">The MsgID of the message that carried the command.</param>
public sealed record NodeOutcome(string LocUri, string? Value, WriteVerb? Verb, int Code, string? OriginalError, int Message)
{
    /// <summary>Whether the device has now what the step wants: done, or a removal of what was not there (404).</summary>
    public bool IsAcknowledged => new StatusCode(Code).IsSuccess || (Value is null && Code == 404);
}

/// <summary>What a Get of ours brought.</summary>
/// <param name="LocUri">As compiled.</param>
/// <param name="Value">The value; null when it was asked for and none came.</param>
public sealed record NodeReading(string LocUri, string? Value);

/// <summary>One step of a device from what it has to what it should have, within one session. Stored with the session; immutable.</summary>
/// <param name="From">The acknowledged version at the start; 0 = nothing.</param>
/// <param name="Unanswered">A version that an earlier session sent and that was never answered in full; null = none, 0 = one that took everything away.</param>
/// <param name="To">The version that the step leads to; 0 = nothing.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Outstanding">What the last message asked.</param>
/// <param name="Outcomes">Verdicts so far.</param>
/// <param name="Readings">Values read so far.</param>
/// <param name="ReadAll">Whether a full read is due, not only of what changed.</param>
public sealed record StepSession(
    long From,
    long? Unanswered,
    long To,
    StepPhase Phase,
    ValueList<PlannedCommand> Outstanding,
    ValueList<NodeOutcome> Outcomes,
    ValueList<NodeReading> Readings,
    bool ReadAll);
