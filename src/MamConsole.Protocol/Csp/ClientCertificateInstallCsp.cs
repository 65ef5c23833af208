using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// ClientCertificateInstall CSP: certificates with their keys, sent as a PFX or requested by the PC over SCEP
/// (docs/reference/csp-catalog.json).
/// </summary>
/// <remarks>
/// All nodes of one certificate are written in one Atomic. The input of the installation cannot be read back; the status and the thumbprint
/// can.
/// </remarks>
public sealed class ClientCertificateInstallCsp(CspBranch at)
{
    /// <summary>
    /// The placeholder in LocURIs for the name that the server gives the certificate. A name is never reused for another certificate.
    /// </summary>
    public const string UniqueIdPlaceholder = "{UniqueID}";

    private const string Provider = "ClientCertificateInstall";

    private static readonly CspBranch DeviceBranch = CspBranch.At(CspScope.Device, Provider);

    private static readonly CspBranch UserBranch = CspBranch.At(CspScope.User, Provider);

    /// <summary>The certificates of the device.</summary>
    public static readonly ClientCertificateInstallCsp Device = new(DeviceBranch);

    /// <summary>The certificates of the user.</summary>
    public static readonly ClientCertificateInstallCsp User = new(UserBranch);

    /// <summary>All nodes of both trees.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. DeviceBranch.Nodes, .. UserBranch.Nodes];

    public CspBareNode Certificates { get; } = at.Node("");

    /// <summary>The nodes of a certificate that is sent as a PFX.</summary>
    public PfxNodes Pfx { get; } = new(at);

    /// <summary>The nodes of a certificate that the PC requests from a certification authority.</summary>
    public ScepNodes Scep { get; } = new(at);
}
