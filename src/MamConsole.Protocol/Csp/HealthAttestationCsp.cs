using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// HealthAttestation CSP: how a device started, as its TPM can prove, in its Windows 10 form and in its newer one
/// (docs/reference/csp-catalog.json; docs/reference/device-reporting.md §4).
/// </summary>
public static class HealthAttestationCsp
{
    /// <summary>Attestation by Azure came with this build.</summary>
    private const int FirstWithAzure = 22000;

    private static readonly CspBranch At = CspBranch.At("./Vendor/MSFT/HealthAttestation");

    public static readonly CspBareNode Attestation = At.Node("");

    /// <summary>Run to let the device ask the attestation service.</summary>
    public static readonly CspBareNode VerifyHealth = At.Run("VerifyHealth");

    /// <summary>0 = never asked, 1 = on its way, 2 = failed, 3 = evidence is ready; all other numbers are errors.</summary>
    public static readonly CspNode<int> Status = At.Int("Status", CspRange.Upto(3), access: CspAccess.Get);

    /// <summary>Whether the next request skips what the device kept.</summary>
    public static readonly CspNode<bool> ForceRetrieve = At.Bool("ForceRetrieve", "False", CspAccess.GetReplace, One);

    /// <summary>8 to 32 random bytes in hexadecimal, against replay.</summary>
    public static readonly CspNode<string> Nonce = At.Text(
        "Nonce",
        CspRange.Form("^([0-9A-Fa-f]{2}){8,32}$"),
        access: CspAccess.GetReplace,
        occurs: One
    );

    /// <summary>The evidence, for the attestation service to read. Large.</summary>
    public static readonly CspNode<string> Certificate = At.Text("Certificate", access: CspAccess.Get, reserved: true);

    /// <summary>Joins the logs of device, server and service.</summary>
    public static readonly CspNode<string> CorrelationId = At.Text("CorrelationID", access: CspAccess.Get);

    /// <summary>The attestation service's host.</summary>
    public static readonly CspNode<string> HasEndpoint = At.Text(
        "HASEndpoint",
        otherwise: "has.spserv.microsoft.com.",
        access: CspAccess.GetReplace,
        occurs: One
    );

    /// <summary>A bit mask; 1 = the TPM is ready.</summary>
    public static readonly CspNode<int> TpmReadyStatus = At.Int("TpmReadyStatus", access: CspAccess.Get);

    /// <summary>The evidence's version in use. From build 16299.</summary>
    public static readonly CspNode<int> CurrentProtocolVersion = At.Int("CurrentProtocolVersion", access: CspAccess.Get, build: 16299);

    /// <summary>The highest that shall be used. From build 16299.</summary>
    public static readonly CspNode<int> PreferredMaxProtocolVersion = At.Int(
        "PreferredMaxProtocolVersion",
        otherwise: "3",
        access: CspAccess.GetReplace,
        occurs: One,
        build: 16299
    );

    /// <summary>The highest that the device can. From build 16299.</summary>
    public static readonly CspNode<int> MaxSupportedProtocolVersion = At.Int(
        "MaxSupportedProtocolVersion",
        access: CspAccess.Get,
        build: 16299
    );

    /// <summary>Run with the relying party's token and nonce, which are secret. From build 22000.</summary>
    public static readonly CspNode<string> TriggerAttestation = At.Text(
        "TriggerAttestation",
        access: CspAccess.Exec,
        occurs: One,
        secret: true,
        build: FirstWithAzure
    );

    /// <summary>The report, for the relying party to read. Large. From build 22000.</summary>
    public static readonly CspNode<string> GetAttestReport = At.Text(
        "GetAttestReport",
        access: CspAccess.Get,
        reserved: true,
        build: FirstWithAzure
    );

    /// <summary>The HRESULT of the last attestation. From build 22000.</summary>
    public static readonly CspNode<int> AttestStatus = At.Int("AttestStatus", access: CspAccess.Get, build: FirstWithAzure);

    /// <summary>Joins the logs of device and relying party. From build 22000.</summary>
    public static readonly CspNode<string> GetServiceCorrelationIds = At.Text(
        "GetServiceCorrelationIDs",
        access: CspAccess.Get,
        build: FirstWithAzure
    );

    /// <summary>Every node above.</summary>
    public static readonly ImmutableArray<CspNode> All = At.Nodes;
}
