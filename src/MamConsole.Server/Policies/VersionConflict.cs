using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Another version was published since the policy was read.</summary>
/// <param name="Expected">The number that was in force; 0 = none.</param>
/// <param name="Actual">The number that is.</param>
public sealed record VersionConflict(int Expected, int Actual)
    : Problem($"Someone published version {Actual} meanwhile. Look at what it changes, then decide again.");
