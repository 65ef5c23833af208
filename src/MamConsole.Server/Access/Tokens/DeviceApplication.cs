using MamConsole.PolicyEngine.DeviceActions;
using MamConsole.Server.Settings;

namespace MamConsole.Server.Access.Tokens;

/// <summary>
/// The MAM application in the tenant, for which devices request tokens (section <c>Devices</c>, docs/reference/contract.md §2).
/// </summary>
internal sealed record DeviceApplication
{
    public required Guid ClientId { get; init; }

    /// <summary>The App ID URI as configured; tokens may contain it with or without a trailing slash.</summary>
    public required string AppIdUri { get; init; }

    /// <summary>The name of this server in a device's management tree.</summary>
    public string ProviderId { get; init; } = "MamConsole";

    /// <summary>The maximum number of devices that a person may have enrolled at a time.</summary>
    public int MaxPerUser { get; init; } = 10;

    public UnauthenticatedAnswer UnauthenticatedAnswer { get; init; }

    /// <summary>
    /// Whether a token must have the scope <c>mdm_delegation</c>. False only logs a missing scope: no real MAM token has been observed yet
    /// (docs/reference/protocol.md §2.3).
    /// </summary>
    public bool RequireScope { get; init; } = true;

    /// <summary>The node that is sent to a device to unenroll it (docs/reference/protocol.md §6.1).</summary>
    public UnenrollNode UnenrollNode { get; init; }

    public static DeviceApplication From(IConfiguration configuration) => configuration.ReadSettings<DeviceApplication>("Devices");
}
