using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>One step of a device from its current to its desired state, within one session. Stored with the session; immutable.</summary>
/// <param name="From">The acknowledged version at the start; 0 = nothing.</param>
/// <param name="Unanswered">A version that an earlier session sent and that was never answered completely; null = none, 0 = the removal of
/// everything.</param>
/// <param name="To">The target version of the step; 0 = nothing.</param>
/// <param name="Phase">The current phase.</param>
/// <param name="Outstanding">The commands of the last message.</param>
/// <param name="Outcomes">Verdicts so far.</param>
/// <param name="Readings">Values read so far.</param>
/// <param name="ReadAll">Whether all settings are due to be read, not only those that changed.</param>
/// <param name="Queued">The commands of the phase for later messages, because one message could not contain all of them.</param>
/// <param name="Round">The LocURIs of the phase's writes and removals that have their outcome: verdicts are evaluated when the phase is
/// complete.</param>
/// <param name="Began">The time at which the step began, which decides whether a retry is due.</param>
/// <param name="FirstId">The first CmdID of each of the session's messages.</param>
/// <param name="Also">The additional nodes that are due to be read.</param>
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

    /// <summary>The unfinished commands of the phase: sent, or to be sent.</summary>
    public IEnumerable<PlannedCommand> Open => Outstanding.Concat(Queued);
}
