namespace MamConsole.Simulator.Wire;

/// <summary>Why there is no answer to understand.</summary>
internal sealed record SyncFailure(SyncOutcome Outcome, string Detail, TimeSpan? RetryAfter = null);
