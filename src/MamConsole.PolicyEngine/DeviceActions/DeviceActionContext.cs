namespace MamConsole.PolicyEngine.DeviceActions;

/// <summary>What a one-off needs to know of this server.</summary>
/// <param name="ProviderId">The name of this server on a device.</param>
/// <param name="Node">Which node makes a device leave.</param>
/// <param name="Nonce">Fresh random bytes in hexadecimal, against replayed attestations.</param>
public sealed record DeviceActionContext(string ProviderId, UnenrollNode Node, Func<string> Nonce);
