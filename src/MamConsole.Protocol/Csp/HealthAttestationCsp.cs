using System.Collections.Immutable;

namespace MamConsole.Protocol.Csp;

/// <summary>HealthAttestation CSP in its Windows 10 form: how a device started, as its TPM can prove (csp-catalog.json; device-reporting.md §4.1).</summary>
public static class HealthAttestationCsp
{
    private const string Root = "./Vendor/MSFT/HealthAttestation/";

    private static CspNode<T> Node<T>(string name, CspFormat format, CspAccess access = CspAccess.Get) => new() { Uri = Root + name, Format = format, Access = access };

    /// <summary>Run to let the device ask the attestation service.</summary>
    public static readonly CspBareNode VerifyHealth = new() { Uri = Root + "VerifyHealth", Format = CspFormat.Null, Access = CspAccess.Exec };

    /// <summary>0 = never asked, 1 = on its way, 2 = failed, 3 = evidence is ready; all other numbers are errors.</summary>
    public static readonly CspNode<int> Status = Node<int>("Status", CspFormat.Int);

    /// <summary>8 to 32 random bytes in hexadecimal, against replay.</summary>
    public static readonly CspNode<string> Nonce = Node<string>("Nonce", CspFormat.Chr, CspAccess.Get | CspAccess.Replace);

    /// <summary>The evidence, for the attestation service to read.</summary>
    public static readonly CspNode<string> Certificate = Node<string>("Certificate", CspFormat.Chr);

    /// <summary>Joins the logs of device, server and service.</summary>
    public static readonly CspNode<string> CorrelationId = Node<string>("CorrelationID", CspFormat.Chr);

    /// <summary>Every node above.</summary>
    public static readonly ImmutableArray<CspNode> All = [VerifyHealth, Status, Nonce, Certificate, CorrelationId];
}
