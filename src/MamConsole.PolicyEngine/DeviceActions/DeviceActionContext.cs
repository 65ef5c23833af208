namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>The facts about this server that a device action requires.</summary>
/// <param name="ProviderId">The name of this server on a device.</param>
/// <param name="Node">The node that unenrolls a device.</param>
/// <param name="Nonce">Fresh random bytes in hexadecimal, which prevent replayed attestations.</param>
public sealed record DeviceActionContext(string ProviderId, UnenrollNode Node, Func<string> Nonce);
