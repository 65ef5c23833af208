using MamConsole.Server.Outcomes;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>Another person recorded a version in the meantime.</summary>
/// <param name="Expected">The version that was read.</param>
/// <param name="Actual">The current version.</param>
/// <param name="By">The name of the person who recorded it.</param>
public sealed record ExchangePolicyConflict(int Expected, int Actual, string By)
    : Problem(
        $"{By} recorded version {Actual} in the meantime (your edit is based on version {Expected}). Review that version, then try again."
    );
