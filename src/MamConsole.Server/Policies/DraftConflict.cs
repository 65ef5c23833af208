using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>Another person saved the draft after it was read.</summary>
/// <param name="Expected">The revision that was edited.</param>
/// <param name="Actual">The current revision.</param>
/// <param name="By">The name of the person who saved the current revision.</param>
public sealed record DraftConflict(int Expected, int Actual, string By)
    : Problem(
        $"{By} saved this draft in the meantime (revision {Actual}; your changes started from {Expected}). "
            + "Load that revision, then apply your changes to it."
    );
