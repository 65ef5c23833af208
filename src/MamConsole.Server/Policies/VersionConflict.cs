using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Another version was published after the policy was read.</summary>
/// <param name="Expected">The number that was in force then; 0 = none.</param>
/// <param name="Actual">The number that is in force now.</param>
public sealed record VersionConflict(int Expected, int Actual)
    : Problem($"Version {Actual} was published in the meantime. Review its changes, then try again.");
