using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>The draft was saved by somebody else since it was read.</summary>
/// <param name="Expected">The revision that was edited.</param>
/// <param name="Actual">The revision that stands.</param>
/// <param name="By">Who saved that.</param>
public sealed record DraftConflict(int Expected, int Actual, string By)
    : Problem(
        $"{By} saved this draft meanwhile (revision {Actual}, yours started from {Expected}). Read theirs, then apply your changes to it."
    );
