using MamConsole.Server.Outcomes;

namespace MamConsole.Server.TermsOfUse;

/// <summary>Another person published a version in the meantime.</summary>
/// <param name="Expected">The version that was read.</param>
/// <param name="Actual">The version in effect.</param>
/// <param name="By">The name of the person who published it.</param>
public sealed record TermsConflict(int Expected, int Actual, string By)
    : Problem(
        $"{By} published version {Actual} in the meantime (your edit is based on version {Expected}). Read that version, then apply "
            + "your changes to it."
    );
