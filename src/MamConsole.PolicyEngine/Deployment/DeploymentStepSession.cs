using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>One step of a device from what it has to what it should have, within one session. Stored with the session; immutable.</summary>
/// <param name="From">The acknowledged version at the start; 0 = nothing.</param>
/// <param name="Unanswered">A version that an earlier session sent and that was never answered in full; null = none, 0 = one that took
/// everything away.</param>
/// <param name="To">The version that the step leads to; 0 = nothing.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Outstanding">What the last message asked.</param>
/// <param name="Outcomes">Verdicts so far.</param>
/// <param name="Readings">Values read so far.</param>
/// <param name="ReadAll">Whether all settings are due to be read, not only those that changed.</param>
/// <param name="Queued">What the phase asks in later messages, because one could not hold it all.</param>
/// <param name="Round">The LocURIs of the phase's writes and removals that have their outcome: verdicts are weighed once all of the phase
/// are there.</param>
/// <param name="Began">When the step began: whether something is due to be sent again is decided then.</param>
/// <param name="FirstId">The first CmdID of each of the session's messages.</param>
/// <param name="Also">What is due to be read besides the settings.</param>
public sealed record DeploymentStepSession(
    long From,
    long? Unanswered,
    long To,
    DeploymentStepPhase Phase,
    ValueList<PlannedCommand> Outstanding,
    ValueList<NodeOutcome> Outcomes,
    ValueList<NodeReading> Readings,
    bool ReadAll,
    ValueList<PlannedCommand> Queued = default,
    ValueList<string> Round = default,
    DateTimeOffset Began = default,
    int FirstId = CommandBatch.FirstCommandId,
    ReadGroups Also = ReadGroups.None
)
{
    /// <summary>Everything that is due to be read.</summary>
    [JsonIgnore]
    public ReadGroups Due => Also | (ReadAll ? ReadGroups.Settings : ReadGroups.None);

    /// <summary>What the phase still waits for: asked, or to be asked.</summary>
    public IEnumerable<PlannedCommand> Open => Outstanding.Concat(Queued);
}
