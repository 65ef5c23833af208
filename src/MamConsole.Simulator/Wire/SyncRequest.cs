namespace MamConsole.Simulator.Wire;

/// <summary>The parameters of a request other than its body.</summary>
/// <param name="Address">ADDR from the provisioning document.</param>
/// <param name="Token">The user's token for the Authorization header; null omits the header.</param>
/// <param name="RequestId">EntDMID; "0" before the server has set one (docs/reference/protocol.md §3.1).</param>
/// <param name="UserLoggedOn">Whether <c>mode</c> is Maintenance or Machine.</param>
/// <param name="Origin">The UserAgentOrigin header; null before SyncApplicationVersion 4.0.</param>
internal sealed record SyncRequest(Uri Address, string? Token, string RequestId, bool UserLoggedOn, SyncTrigger? Origin);
