namespace MamConsole.Simulator.Wire;

/// <summary>Why there is no response that the device can process.</summary>
internal sealed record SyncFailure(SyncOutcome Outcome, string Detail, TimeSpan? RetryAfter = null);
