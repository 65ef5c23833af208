namespace MamConsole.Server.Fleet;

/// <summary>An acceptance of the terms of use.</summary>
/// <param name="Version">The number of the text that was accepted.</param>
/// <param name="At">When the person said so.</param>
/// <param name="Nonce">Makes each acceptance count once.</param>
internal sealed record AcceptedTerms(int Version, DateTimeOffset At, string Nonce);
