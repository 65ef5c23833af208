using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Monitoring;
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
/// <param name="Message">The MsgID of the message that carried the command; 0 when it was never sent.</param>
/// <param name="Retry">When it is sent again; null for what the device took.</param>
public sealed record NodeOutcome(string LocUri, string? Value, WriteVerb? Verb, int Code, string? OriginalError, int Message, Retry? Retry = null)
{
    /// <summary>Whether no message of the device could hold the command (<see cref="UnsentCommand"/>): the code is ours then.</summary>
    public bool WasNeverSent => Message == 0;

    /// <summary>Whether the device has now what the step wants: done, or a removal of what was not there (404).</summary>
    public bool IsAcknowledged => new StatusCode(Code).IsSuccess || (Value is null && Code == 404 && !WasNeverSent);
}

/// <summary>What a Get of ours brought.</summary>
/// <param name="LocUri">As compiled.</param>
/// <param name="Value">The value; null when it was asked for and none came.</param>
public sealed record NodeReading(string LocUri, string? Value)
{
    /// <summary>Stands for whatever came where only presence counts: the rest is nobody's business, and is not kept.</summary>
    public const string There = "there";

    /// <summary>The same where the device says that it is not there.</summary>
    public const string Gone = "";
}

/// <summary>One step of a device from what it has to what it should have, within one session. Stored with the session; immutable.</summary>
/// <param name="From">The acknowledged version at the start; 0 = nothing.</param>
/// <param name="Unanswered">A version that an earlier session sent and that was never answered in full; null = none, 0 = one that took everything away.</param>
/// <param name="To">The version that the step leads to; 0 = nothing.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Outstanding">What the last message asked.</param>
/// <param name="Outcomes">Verdicts so far.</param>
/// <param name="Readings">Values read so far.</param>
/// <param name="ReadAll">Whether all settings are due to be read, not only those that changed.</param>
/// <param name="Queued">What the phase asks in later messages, because one could not hold it all.</param>
/// <param name="Round">The LocURIs of the phase's writes and removals that have their outcome: verdicts are weighed once all of the phase are there.</param>
/// <param name="Began">When the step began: whether something is due to be sent again is decided then.</param>
/// <param name="FirstId">The first CmdID of each of the session's messages.</param>
/// <param name="Also">What is due to be read besides the settings.</param>
public sealed record StepSession(
    long From,
    long? Unanswered,
    long To,
    StepPhase Phase,
    ValueList<PlannedCommand> Outstanding,
    ValueList<NodeOutcome> Outcomes,
    ValueList<NodeReading> Readings,
    bool ReadAll,
    ValueList<PlannedCommand> Queued = default,
    ValueList<string> Round = default,
    DateTimeOffset Began = default,
    int FirstId = CommandBatch.FirstCommandId,
    ReadGroups Also = ReadGroups.None)
{
    /// <summary>Everything that is due to be read.</summary>
    [JsonIgnore]
    public ReadGroups Due => Also | (ReadAll ? ReadGroups.Settings : ReadGroups.None);

    /// <summary>What the phase still waits for: asked, or to be asked.</summary>
    public IEnumerable<PlannedCommand> Open => Outstanding.Concat(Queued);
}
