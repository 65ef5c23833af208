using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>One SCEP request of <see cref="ClientCertificateInstallCsp"/>.</summary>
/// <remarks>Everything of <see cref="Install"/> and then <see cref="Enroll"/>, in one Atomic. Private key attestation is preview only and
/// not described.</remarks>
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
