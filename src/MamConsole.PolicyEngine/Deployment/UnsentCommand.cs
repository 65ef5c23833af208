using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>A command that was not sent.</summary>
/// <param name="Command">The command.</param>
/// <param name="Status">413 = larger than the device's messages, 400 = its value cannot be written as XML, 407 = one of its secrets cannot
/// be read, 425 = the catalog does not allow it, 216 = it belongs to a group with such a command; 200 = nothing is to be done.</param>
public readonly record struct UnsentCommand(PlannedCommand Command, StatusCode Status)
{
    /// <summary>One of its secrets, or the keys that encrypted it, no longer exist.</summary>
    public static readonly StatusCode SecretMissing = StatusCode.CredentialsMissing;

    /// <summary>MAM does not allow it (<see cref="CspAllowList"/>): the version was created by a faulty compiler.</summary>
    public static readonly StatusCode NotAllowed = StatusCode.PermissionDenied;
}
