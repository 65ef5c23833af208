using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>The nodes of one PFX in <see cref="ClientCertificateInstallCsp"/>.</summary>
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

    /// <summary>The parent of the certificates; a Get lists them.</summary>
    public CspBareNode List { get; }

    /// <summary>One certificate; a Delete removes it from the store.</summary>
    public CspBareNode Certificate { get; }

    /// <summary>
    /// The storage of the key: 1 = TPM, otherwise fail; 2 = TPM if available; 3 = software; 4 = Windows Hello for Business.
    /// </summary>
    public CspNode<int> KeyLocation { get; }

    /// <summary>The Hello container; only with <see cref="KeyLocation"/> 4.</summary>
    public CspNode<string> ContainerName { get; }

    /// <summary>The PFX in base64. Secret.</summary>
    public CspNode<string> CertBlob { get; }

    /// <summary>The password of the PFX. Secret.</summary>
    public CspNode<string> CertPassword { get; }

    /// <summary>
    /// 0 = the password is plain text, 1 = it is encrypted for the MDM certificate, which does not exist with MAM, 2 = for another
    /// certificate.
    /// </summary>
    public CspNode<int> PasswordEncryptionType { get; }

    /// <summary>Whether the key is exportable; effective only with <see cref="KeyLocation"/> 3. Default: true.</summary>
    public CspNode<bool> KeyExportable { get; }

    /// <summary>The SHA-1 thumbprint of the installed certificate; read-only.</summary>
    public CspNode<string> Thumbprint { get; }

    /// <summary>The last error of the installation, 0 = none; read-only.</summary>
    public CspNode<int> Status { get; }

    /// <summary>The store of the certificate that decrypts the password; only with type 2.</summary>
    public CspNode<string> PasswordEncryptionStore { get; }
}
