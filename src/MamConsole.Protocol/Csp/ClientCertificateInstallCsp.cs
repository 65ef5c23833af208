using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>ClientCertificateInstall CSP: certificates with their keys, sent as a PFX or fetched by the PC over SCEP (csp-catalog.json).</summary>
/// <remarks>All of one certificate goes in one Atomic. What it was installed from cannot be read back; its state and thumbprint can.</remarks>
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

/// <summary>One PFX of <see cref="ClientCertificateInstallCsp"/>.</summary>
public sealed class PfxNodes
{
    internal PfxNodes(CspBranch provider)
    {
        List = provider.Node("PFXCertInstall");
        var at = provider.Below($"PFXCertInstall/{ClientCertificateInstallCsp.UniqueIdPlaceholder}");
        Certificate = at.Node("", CspAccess.ReadWrite, ZeroOrMore, atomic: true);
        KeyLocation = at.Int("KeyLocation", CspRange.Of("1", "2", "3", "4"), access: CspAccess.GetAddReplace, occurs: One);
        ContainerName = at.Text("ContainerName", access: CspAccess.GetAddReplace);
        CertBlob = at.Text("PFXCertBlob", format: CspFormat.Bin, access: CspAccess.GetAddReplace, occurs: One, secret: true);
        CertPassword = at.Text("PFXCertPassword", access: CspAccess.GetAddReplace, secret: true);
        PasswordEncryptionType = at.Int("PFXCertPasswordEncryptionType", CspRange.Upto(2), "0", CspAccess.GetAddReplace);
        KeyExportable = at.Bool("PFXKeyExportable", "true", CspAccess.GetAddReplace);
        Thumbprint = at.Text("Thumbprint", access: CspAccess.Get);
        Status = at.Int("Status", access: CspAccess.Get);
        PasswordEncryptionStore = at.Text("PFXCertPasswordEncryptionStore", access: CspAccess.GetAddReplace);
    }

    /// <summary>Its Get lists them.</summary>
    public CspBareNode List { get; }

    /// <summary>One certificate; its Delete removes it from the store.</summary>
    public CspBareNode Certificate { get; }

    /// <summary>Where the key lives: 1 = TPM or fail, 2 = TPM if there is one, 3 = software, 4 = Windows Hello for Business.</summary>
    public CspNode<int> KeyLocation { get; }

    /// <summary>The Hello container; only beside <see cref="KeyLocation"/> 4.</summary>
    public CspNode<string> ContainerName { get; }

    /// <summary>The PFX in base64. Secret.</summary>
    public CspNode<string> CertBlob { get; }

    /// <summary>The PFX's password. Secret.</summary>
    public CspNode<string> CertPassword { get; }

    /// <summary>0 = the password stands as it is, 1 = encrypted for the MDM certificate, which MAM has none of, 2 = for a certificate of ours.</summary>
    public CspNode<int> PasswordEncryptionType { get; }

    /// <summary>Whether the key may be exported again; counts only beside <see cref="KeyLocation"/> 3, and Windows says yes unless told otherwise.</summary>
    public CspNode<bool> KeyExportable { get; }

    /// <summary>SHA-1 of what was installed; read only.</summary>
    public CspNode<string> Thumbprint { get; }

    /// <summary>The last error of the installation, 0 = none; read only.</summary>
    public CspNode<int> Status { get; }

    /// <summary>The store of the certificate that decrypts the password; only beside type 2.</summary>
    public CspNode<string> PasswordEncryptionStore { get; }
}

/// <summary>One SCEP request of <see cref="ClientCertificateInstallCsp"/>.</summary>
/// <remarks>Everything of <see cref="Install"/> and then <see cref="Enroll"/>, in one Atomic. Private key attestation is preview only and not described.</remarks>
public sealed class ScepNodes
{
    internal ScepNodes(CspBranch provider)
    {
        List = provider.Node("SCEP");
        var at = provider.Below($"SCEP/{ClientCertificateInstallCsp.UniqueIdPlaceholder}");
        Certificate = at.Node("", CspAccess.ReadWrite, ZeroOrMore, atomic: true);
        Install = at.Node("Install", CspAccess.ReadWrite);
        var install = at.Below("Install");
        ServerUrl = install.Text("ServerURL", CspRange.ListBy(";"), occurs: One);
        Challenge = install.Text("Challenge", occurs: One, secret: true);
        EkuMapping = install.Text("EKUMapping", CspRange.Form(@"^\d+(\.\d+)+(\+\d+(\.\d+)+)*$", "+"), occurs: One);
        KeyUsage = install.Int("KeyUsage", occurs: One);
        SubjectName = install.Text("SubjectName", occurs: One);
        KeyProtection = install.Int("KeyProtection", CspRange.Of("1", "2", "3", "4"), "3");
        RetryDelay = install.Int("RetryDelay", CspRange.Between(0, uint.MaxValue), "5");
        RetryCount = install.Int("RetryCount", CspRange.Between(0, 30), "3");
        TemplateName = install.Text("TemplateName");
        KeyLength = install.Int("KeyLength", CspRange.Of("1024", "2048", "4096"), occurs: One);
        HashAlgorithm = install.Text("HashAlgorithm", CspRange.Form(@"^SHA-[123](\+SHA-[123])*$", "+"), occurs: One);
        CAThumbprint = install.Text("CAThumbprint", CspRange.Form("^[0-9A-Fa-f]{40}$"), occurs: One);
        SubjectAlternativeNames = install.Text("SubjectAlternativeNames", CspRange.ListBy(";"));
        ValidPeriod = install.Text("ValidPeriod", CspRange.Of("Days", "Months", "Years"), "Days");
        ValidPeriodUnits = install.Int("ValidPeriodUnits", otherwise: "0");
        ContainerName = install.Text("ContainerName");
        CustomTextToShowInPrompt = install.Text("CustomTextToShowInPrompt");
        Enroll = install.Run("Enroll");
        AadKeyIdentifierList = install.Text("AADKeyIdentifierList", CspRange.ListBy(";"));
        CertThumbprint = at.Text("CertThumbprint", access: CspAccess.Get, occurs: ZeroOrOne);
        Status = at.Int("Status", CspRange.Of("1", "2", "16", "32"), access: CspAccess.Get);
        ErrorCode = at.Int("ErrorCode", access: CspAccess.Get, occurs: ZeroOrOne);
        RespondentServerUrl = at.Text("RespondentServerUrl", access: CspAccess.Get);
    }

    /// <summary>Its Get lists them.</summary>
    public CspBareNode List { get; }

    /// <summary>One certificate; its Delete removes it from the store.</summary>
    public CspBareNode Certificate { get; }

    /// <summary>Holds what the request says.</summary>
    public CspBareNode Install { get; }

    /// <summary>The authority's addresses, parted by <c>;</c>; tried in turn.</summary>
    public CspNode<string> ServerUrl { get; }

    /// <summary>The challenge password, in base64. Secret.</summary>
    public CspNode<string> Challenge { get; }

    /// <summary>The purposes, OIDs parted by <c>+</c>.</summary>
    public CspNode<string> EkuMapping { get; }

    /// <summary>A bit mask, decimal: 0x80 = digital signature, 0x20 = key encipherment; at least one of them.</summary>
    public CspNode<int> KeyUsage { get; }

    /// <summary>The subject, such as <c>CN=…</c>; empty values stand in quotes.</summary>
    public CspNode<string> SubjectName { get; }

    /// <summary>1 = TPM or fail, 2 = TPM if there is one, 3 = software (default), 4 = Windows Hello for Business.</summary>
    public CspNode<int> KeyProtection { get; }

    /// <summary>Minutes between tries while the authority waits for an approval; at least 1 acts.</summary>
    public CspNode<int> RetryDelay { get; }

    /// <summary>Tries, 0 to 30.</summary>
    public CspNode<int> RetryCount { get; }

    /// <summary>The authority's template, if it wants one named.</summary>
    public CspNode<string> TemplateName { get; }

    /// <summary>Bits of the RSA key.</summary>
    public CspNode<int> KeyLength { get; }

    /// <summary>Hash families by preference, parted by <c>+</c>: SHA-1, SHA-2, SHA-3.</summary>
    public CspNode<string> HashAlgorithm { get; }

    /// <summary>SHA-1 of the authority's own certificate, 40 hexadecimal digits: the PC refuses any other.</summary>
    public CspNode<string> CAThumbprint { get; }

    /// <summary>Items <c>type+name</c> parted by <c>;</c>.</summary>
    public CspNode<string> SubjectAlternativeNames { get; }

    /// <summary>The unit of <see cref="ValidPeriodUnits"/>; the authority may do otherwise.</summary>
    public CspNode<string> ValidPeriod { get; }

    /// <summary>How long it shall be valid; 0 = as the authority likes.</summary>
    public CspNode<int> ValidPeriodUnits { get; }

    /// <summary>The Hello container; only beside <see cref="KeyProtection"/> 4.</summary>
    public CspNode<string> ContainerName { get; }

    /// <summary>What the Hello prompt says; only beside <see cref="KeyProtection"/> 4.</summary>
    public CspNode<string> CustomTextToShowInPrompt { get; }

    /// <summary>Run last: starts the request.</summary>
    public CspBareNode Enroll { get; }

    /// <summary>Hello keys to use, hashes parted by <c>;</c>; counts only for Windows Hello for Business.</summary>
    public CspNode<string> AadKeyIdentifierList { get; }

    /// <summary>SHA-1 of what came, once it came; read only.</summary>
    public CspNode<string> CertThumbprint { get; }

    /// <summary>1 = done, 2 = the authority has not decided, 16 = failed, 32 = unknown; read only.</summary>
    public CspNode<int> Status { get; }

    /// <summary>The HRESULT of the last failure; read only.</summary>
    public CspNode<int> ErrorCode { get; }

    /// <summary>Which of <see cref="ServerUrl"/> answered; read only.</summary>
    public CspNode<string> RespondentServerUrl { get; }
}
