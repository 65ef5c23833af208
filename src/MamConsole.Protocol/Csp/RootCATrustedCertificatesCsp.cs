using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>RootCATrustedCertificates CSP: certificates that a PC or its user trusts, by store (docs/reference/csp-catalog.json).</summary>
/// <remarks>A certificate is added by its <see cref="TrustedStoreNodes.EncodedCertificate"/> and removed by its
/// <see cref="TrustedStoreNodes.Certificate"/>.</remarks>
public sealed class RootCATrustedCertificatesCsp(CspBranch at)
{
    /// <summary>Stands in the LocURIs for the certificate's SHA-1, 40 hexadecimal digits.</summary>
    public const string CertHashPlaceholder = "{CertHash}";

    private const string Provider = "RootCATrustedCertificates";

    private static readonly CspBranch DeviceBranch = CspBranch.At(CspScope.Device, Provider);

    private static readonly CspBranch UserBranch = CspBranch.At(CspScope.User, Provider);

    /// <summary>The PC's stores.</summary>
    public static readonly RootCATrustedCertificatesCsp Device = new(DeviceBranch);

    /// <summary>The user's stores.</summary>
    public static readonly RootCATrustedCertificatesCsp User = new(UserBranch);

    /// <summary>Certificates that a chain may end in. The PC has this store, a user has none.</summary>
    public static readonly TrustedStoreNodes Root = new(DeviceBranch, "Root");

    /// <summary>Every node of both trees.</summary>
    public static readonly ImmutableArray<CspNode> All = [.. DeviceBranch.Nodes, .. UserBranch.Nodes];

    /// <summary>Holds the stores.</summary>
    public CspBareNode Stores { get; } = at.Node("");

    /// <summary>Intermediate authorities.</summary>
    public TrustedStoreNodes CA { get; } = new(at, "CA");

    /// <summary>Publishers of signed software.</summary>
    public TrustedStoreNodes TrustedPublisher { get; } = new(at, "TrustedPublisher");

    /// <summary>Persons and servers trusted by themselves, without a chain.</summary>
    public TrustedStoreNodes TrustedPeople { get; } = new(at, "TrustedPeople");

    /// <summary>Certificates that are never trusted, whatever chain they have. From build 17134.</summary>
    public TrustedStoreNodes UntrustedCertificates { get; } = new(at, "UntrustedCertificates", 17134);

    /// <summary>Authorities of eSIM profiles. From build 22000.</summary>
    public TrustedStoreNodes OemEsim { get; } = new(at, "OemEsim", 22000);
}
