namespace MamConsole.PolicyEngine.Certificates;

/// <summary>One certificate to trust.</summary>
public sealed record TrustedRule(TrustStore Store, CertificateFile Certificate);
