using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>Conditional Access for a connection (<see cref="VPNv2Csp.DeviceCompliance"/>).</summary>
public sealed class VpnDeviceComplianceNodes(CspBranch profile)
{
    public CspBareNode Compliance { get; } = profile.Node("DeviceCompliance", CspAccess.GetAdd, ZeroOrOne);

    /// <summary>Whether the PC requests Entra's certificate before it connects.</summary>
    public CspNode<bool> Enabled { get; } = profile.Bool("DeviceCompliance/Enabled", occurs: One);

    public CspBareNode Sso { get; } = profile.Node("DeviceCompliance/Sso", CspAccess.GetAdd);

    /// <summary>Whether another certificate than Entra's signs in to resources behind the connection.</summary>
    public CspNode<bool> SsoEnabled { get; } = profile.Bool("DeviceCompliance/Sso/Enabled", occurs: One);

    /// <summary>The hashes of the issuers of that certificate.</summary>
    public CspNode<string> SsoIssuerHash { get; } = profile.Text("DeviceCompliance/Sso/IssuerHash", occurs: One);

    /// <summary>The extended key usage of that certificate, an OID.</summary>
    public CspNode<string> SsoEku { get; } = profile.Text("DeviceCompliance/Sso/Eku", occurs: One);
}
