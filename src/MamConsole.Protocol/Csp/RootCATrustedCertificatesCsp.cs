using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// RootCATrustedCertificates CSP: the trusted certificates of a device or its user, by store (docs/reference/csp-catalog.json).
/// </summary>
/// <remarks>
/// Writing <see cref="TrustedStoreNodes.EncodedCertificate"/> adds a certificate; deleting <see cref="TrustedStoreNodes.Certificate"/>
/// removes it.
/// </remarks>
public sealed class RootCATrustedCertificatesCsp(CspBranch at)
{
    /// <summary>The placeholder in LocURIs for the SHA-1 hash of the certificate, 40 hexadecimal digits.</summary>
    public const string CertHashPlaceholder = "{CertHash}";

    private const string Provider = "RootCATrustedCertificates";

    private static readonly CspBranch DeviceBranch = CspBranch.At(CspScope.Device, Provider);

    private static readonly CspBranch UserBranch = CspBranch.At(CspScope.User, Provider);

    /// <summary>The stores of the device.</summary>
    public static readonly RootCATrustedCertificatesCsp Device = new(DeviceBranch);

    /// <summary>The stores of the user.</summary>
    public static readonly RootCATrustedCertificatesCsp User = new(UserBranch);

    /// <summary>Trusted root certificates. Only the device has this store.</summary>
    public static readonly TrustedStoreNodes Root = new(DeviceBranch, "Root");

    /// <summary>All nodes of both trees.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. DeviceBranch.Nodes, .. UserBranch.Nodes];

    /// <summary>The parent of the stores.</summary>
    public CspBareNode Stores { get; } = at.Node("");

    /// <summary>Intermediate certification authorities.</summary>
    public TrustedStoreNodes CA { get; } = new(at, "CA");

    /// <summary>Publishers of signed software.</summary>
    public TrustedStoreNodes TrustedPublisher { get; } = new(at, "TrustedPublisher");

    /// <summary>Explicitly trusted people and servers, without a chain.</summary>
    public TrustedStoreNodes TrustedPeople { get; } = new(at, "TrustedPeople");

    /// <summary>Certificates that are never trusted, regardless of their chain. From build 17134.</summary>
    public TrustedStoreNodes UntrustedCertificates { get; } = new(at, "UntrustedCertificates", 17134);

    /// <summary>Certification authorities of eSIM profiles. From build 22000.</summary>
    public TrustedStoreNodes OemEsim { get; } = new(at, "OemEsim", 22000);
}
