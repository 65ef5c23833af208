namespace MamConsole.Server.Fleet;

/// <summary>An acceptance of the terms of use.</summary>
/// <param name="Version">The number of the text that was accepted.</param>
/// <param name="At">When the person accepted the terms.</param>
/// <param name="Nonce">The one-time value of the acceptance; an acceptance is valid for one enrollment only.</param>
internal sealed record AcceptedTerms(int Version, DateTimeOffset At, string Nonce);
