using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>The nodes of one store in <see cref="RootCATrustedCertificatesCsp"/>.</summary>
public sealed class TrustedStoreNodes
{
    internal TrustedStoreNodes(CspBranch provider, string store, int build = CspNode.FirstBuildWithMam)
    {
        var at = provider.Below(store, build);
        Store = at.Node("");
        var certificate = at.Below(RootCATrustedCertificatesCsp.CertHashPlaceholder, build);
        Certificate = certificate.Node("", CspAccess.GetDelete, ZeroOrMore);
        EncodedCertificate = certificate.Text("EncodedCertificate", format: CspFormat.B64, access: CspAccess.GetAddReplace, occurs: One);
        IssuedBy = certificate.Text("IssuedBy", access: CspAccess.Get);
        IssuedTo = certificate.Text("IssuedTo", access: CspAccess.Get);
        ValidFrom = certificate.Text("ValidFrom", access: CspAccess.Get);
        ValidTo = certificate.Text("ValidTo", access: CspAccess.Get);
        TemplateName = certificate.Text("TemplateName", access: CspAccess.Get);
    }

    /// <summary>The store; a Get lists the certificates by hash.</summary>
    public CspBareNode Store { get; }

    /// <summary>One certificate; a Delete removes it.</summary>
    public CspBareNode Certificate { get; }

    /// <summary>The certificate, DER in base64. Writing it creates <see cref="Certificate"/>.</summary>
    public CspNode<string> EncodedCertificate { get; }

    public CspNode<string> IssuedBy { get; }

    public CspNode<string> IssuedTo { get; }

    public CspNode<string> ValidFrom { get; }

    public CspNode<string> ValidTo { get; }

    /// <summary>The certificate template of the issuing authority, if any.</summary>
    public CspNode<string> TemplateName { get; }
}
