using MamConsole.Server.Outcomes;

namespace MamConsole.Server.TermsOfUse;

/// <summary>Somebody else published meanwhile.</summary>
/// <param name="Expected">The version that was read.</param>
/// <param name="Actual">The version in force.</param>
/// <param name="By">Who published that.</param>
public sealed record TermsConflict(int Expected, int Actual, string By)
    : Problem($"{By} published version {Actual} meanwhile (yours started from {Expected}). Read theirs, then apply your changes to it.");
