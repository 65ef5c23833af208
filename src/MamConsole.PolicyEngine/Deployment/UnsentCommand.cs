using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>A command that was not sent.</summary>
/// <param name="Command">The command.</param>
/// <param name="Status">413 = larger than the device's messages, 400 = its value cannot be written as XML, 407 = a secret of it cannot be
/// read, 425 = the catalogue
/// does not allow it, 216 = it belongs to a group with such a one; 200 = nothing is to be done.</param>
public readonly record struct UnsentCommand(PlannedCommand Command, StatusCode Status)
{
    /// <summary>A secret of it is gone, or the keys that it was encrypted with are.</summary>
    public static readonly StatusCode SecretMissing = StatusCode.CredentialsMissing;

    /// <summary>MAM does not allow it (<see cref="CspAllowList"/>): a version of a compiler that was wrong.</summary>
    public static readonly StatusCode NotAllowed = StatusCode.PermissionDenied;
}
