namespace MamConsole.Simulator.Wire;

/// <summary>What a request is sent with beside its body.</summary>
/// <param name="Address">ADDR from the provisioning document.</param>
/// <param name="Token">The user's token for the Authorization header; null leaves it out.</param>
/// <param name="RequestId">EntDMID; "0" before the server has given one (docs/reference/protocol.md §3.1).</param>
/// <param name="UserLoggedOn">Whether <c>mode</c> is Maintenance or Machine.</param>
/// <param name="Origin">For UserAgentOrigin; null before SyncApplicationVersion 4.0.</param>
internal sealed record SyncRequest(Uri Address, string? Token, string RequestId, bool UserLoggedOn, SyncTrigger? Origin);
