using MamConsole.Server.Outcomes;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>Somebody else recorded one meanwhile.</summary>
/// <param name="Expected">The version that was read.</param>
/// <param name="Actual">The version that counts.</param>
/// <param name="By">Who recorded that.</param>
public sealed record ExchangePolicyConflict(int Expected, int Actual, string By)
    : Problem($"{By} recorded version {Actual} meanwhile (yours started from {Expected}). Look at theirs, then decide again.");
