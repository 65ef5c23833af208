using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// ClientCertificateInstall CSP: certificates with their keys, sent as a PFX or fetched by the PC over SCEP
/// (docs/reference/csp-catalog.json).
/// </summary>
/// <remarks>All of one certificate goes in one Atomic. What it was installed from cannot be read back; its state and thumbprint
/// can.</remarks>
public sealed class ClientCertificateInstallCsp(CspBranch at)
{
    /// <summary>Stands in the LocURIs for the name that the server gives the certificate; never used twice for different ones.</summary>
    public const string UniqueIdPlaceholder = "{UniqueID}";

    private const string Provider = "ClientCertificateInstall";

    private static readonly CspBranch DeviceBranch = CspBranch.At(CspScope.Device, Provider);

    private static readonly CspBranch UserBranch = CspBranch.At(CspScope.User, Provider);

    /// <summary>Certificates of the PC.</summary>
    public static readonly ClientCertificateInstallCsp Device = new(DeviceBranch);

    /// <summary>Certificates of the user.</summary>
    public static readonly ClientCertificateInstallCsp User = new(UserBranch);

    /// <summary>Every node of both trees.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. DeviceBranch.Nodes, .. UserBranch.Nodes];

    public CspBareNode Certificates { get; } = at.Node("");

    /// <summary>Certificates sent as a PFX.</summary>
    public PfxNodes Pfx { get; } = new(at);

    /// <summary>Certificates that the PC fetches from an authority.</summary>
    public ScepNodes Scep { get; } = new(at);
}
