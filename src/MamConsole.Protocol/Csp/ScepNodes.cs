using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>The nodes of one SCEP request in <see cref="ClientCertificateInstallCsp"/>.</summary>
/// <remarks>
/// All nodes of <see cref="Install"/> and then <see cref="Enroll"/> are sent in one Atomic. Private key attestation only exists in preview
/// builds and is not described.
/// </remarks>
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

    /// <summary>The parent of the certificates; a Get lists them.</summary>
    public CspBareNode List { get; }

    /// <summary>One certificate; a Delete removes it from the store.</summary>
    public CspBareNode Certificate { get; }

    /// <summary>The parent of the request's parameters.</summary>
    public CspBareNode Install { get; }

    /// <summary>The addresses of the SCEP server, separated by <c>;</c>; tried in order.</summary>
    public CspNode<string> ServerUrl { get; }

    /// <summary>The challenge password, in base64. Secret.</summary>
    public CspNode<string> Challenge { get; }

    /// <summary>The extended key usages: OIDs separated by <c>+</c>.</summary>
    public CspNode<string> EkuMapping { get; }

    /// <summary>A bit mask, decimal: 0x80 = digital signature, 0x20 = key encipherment; at least one of them.</summary>
    public CspNode<int> KeyUsage { get; }

    /// <summary>The subject, such as <c>CN=…</c>; empty values must be quoted.</summary>
    public CspNode<string> SubjectName { get; }

    /// <summary>
    /// The storage of the key: 1 = TPM, otherwise fail; 2 = TPM if available; 3 = software (default); 4 = Windows Hello for Business.
    /// </summary>
    public CspNode<int> KeyProtection { get; }

    /// <summary>The minutes between retries while the request is pending approval; the effective minimum is 1.</summary>
    public CspNode<int> RetryDelay { get; }

    /// <summary>The number of retries, 0 to 30.</summary>
    public CspNode<int> RetryCount { get; }

    /// <summary>The certificate template, for authorities that require one.</summary>
    public CspNode<string> TemplateName { get; }

    /// <summary>The length of the RSA key in bits.</summary>
    public CspNode<int> KeyLength { get; }

    /// <summary>The hash families in order of preference, separated by <c>+</c>: SHA-1, SHA-2, SHA-3.</summary>
    public CspNode<string> HashAlgorithm { get; }

    /// <summary>The SHA-1 thumbprint of the root certificate, 40 hexadecimal digits. The PC rejects any other.</summary>
    public CspNode<string> CAThumbprint { get; }

    /// <summary>Items <c>type+name</c>, separated by <c>;</c>.</summary>
    public CspNode<string> SubjectAlternativeNames { get; }

    /// <summary>The unit of <see cref="ValidPeriodUnits"/>; the authority may override it.</summary>
    public CspNode<string> ValidPeriod { get; }

    /// <summary>The requested validity; 0 = the authority decides.</summary>
    public CspNode<int> ValidPeriodUnits { get; }

    /// <summary>The Hello container; only with <see cref="KeyProtection"/> 4.</summary>
    public CspNode<string> ContainerName { get; }

    /// <summary>The text of the Hello prompt; only with <see cref="KeyProtection"/> 4.</summary>
    public CspNode<string> CustomTextToShowInPrompt { get; }

    /// <summary>Executed last to start the request.</summary>
    public CspBareNode Enroll { get; }

    /// <summary>The Hello keys to use, as hashes separated by <c>;</c>; effective only with Windows Hello for Business.</summary>
    public CspNode<string> AadKeyIdentifierList { get; }

    /// <summary>The SHA-1 thumbprint of the issued certificate; read-only.</summary>
    public CspNode<string> CertThumbprint { get; }

    /// <summary>1 = done, 2 = pending approval, 16 = failed, 32 = unknown; read-only.</summary>
    public CspNode<int> Status { get; }

    /// <summary>The HRESULT of the last failure; read-only.</summary>
    public CspNode<int> ErrorCode { get; }

    /// <summary>The address in <see cref="ServerUrl"/> that responded; read-only.</summary>
    public CspNode<string> RespondentServerUrl { get; }
}
