using System.Collections.Immutable;
using static MamConsole.Protocol.Csp.CspOccurrence;

namespace MamConsole.Protocol.Csp;

/// <summary>
/// HealthAttestation CSP: the boot state of a device as attested by its TPM, in the form of Windows 10 and in the newer one
/// (docs/reference/csp-catalog.json; docs/reference/device-reporting.md §4).
/// </summary>
public static class HealthAttestationCsp
{
    /// <summary>The first build with attestation by Azure.</summary>
    private const int FirstWithAzure = 22000;

    private static readonly CspBranch At = CspBranch.At("./Vendor/MSFT/HealthAttestation");

    public static readonly CspBareNode Attestation = At.Node("");

    /// <summary>Executed to make the device contact the attestation service.</summary>
    public static readonly CspBareNode VerifyHealth = At.Run("VerifyHealth");

    /// <summary>0 = never requested, 1 = in progress, 2 = failed, 3 = the evidence is available; all other numbers are errors.</summary>
    public static readonly CspNode<int> Status = At.Int("Status", CspRange.Upto(3), access: CspAccess.Get);

    /// <summary>Whether the next request ignores the cached evidence.</summary>
    public static readonly CspNode<bool> ForceRetrieve = At.Bool("ForceRetrieve", "False", CspAccess.GetReplace, One);

    /// <summary>8 to 32 random bytes in hexadecimal, against replay.</summary>
    public static readonly CspNode<string> Nonce = At.Text(
        "Nonce",
        CspRange.Form("^([0-9A-Fa-f]{2}){8,32}$"),
        access: CspAccess.GetReplace,
        occurs: One
    );

    /// <summary>The evidence for the attestation service. Large.</summary>
    public static readonly CspNode<string> Certificate = At.Text("Certificate", access: CspAccess.Get, reserved: true);

    /// <summary>Correlates the logs of device, server and service.</summary>
    public static readonly CspNode<string> CorrelationId = At.Text("CorrelationID", access: CspAccess.Get);

    /// <summary>The host of the attestation service.</summary>
    public static readonly CspNode<string> HasEndpoint = At.Text(
        "HASEndpoint",
        otherwise: "has.spserv.microsoft.com.",
        access: CspAccess.GetReplace,
        occurs: One
    );

    /// <summary>A bit mask; 1 = the TPM is ready.</summary>
    public static readonly CspNode<int> TpmReadyStatus = At.Int("TpmReadyStatus", access: CspAccess.Get);

    /// <summary>The version of the evidence in use. From build 16299.</summary>
    public static readonly CspNode<int> CurrentProtocolVersion = At.Int("CurrentProtocolVersion", access: CspAccess.Get, build: 16299);

    /// <summary>The highest version to use. From build 16299.</summary>
    public static readonly CspNode<int> PreferredMaxProtocolVersion = At.Int(
        "PreferredMaxProtocolVersion",
        otherwise: "3",
        access: CspAccess.GetReplace,
        occurs: One,
        build: 16299
    );

    /// <summary>The highest version that the device supports. From build 16299.</summary>
    public static readonly CspNode<int> MaxSupportedProtocolVersion = At.Int(
        "MaxSupportedProtocolVersion",
        access: CspAccess.Get,
        build: 16299
    );

    /// <summary>Executed with the token and the nonce of the relying party, which are secret. From build 22000.</summary>
    public static readonly CspNode<string> TriggerAttestation = At.Text(
        "TriggerAttestation",
        access: CspAccess.Exec,
        occurs: One,
        secret: true,
        build: FirstWithAzure
    );

    /// <summary>The report for the relying party. Large. From build 22000.</summary>
    public static readonly CspNode<string> GetAttestReport = At.Text(
        "GetAttestReport",
        access: CspAccess.Get,
        reserved: true,
        build: FirstWithAzure
    );

    /// <summary>The HRESULT of the last attestation. From build 22000.</summary>
    public static readonly CspNode<int> AttestStatus = At.Int("AttestStatus", access: CspAccess.Get, build: FirstWithAzure);

    /// <summary>Correlates the logs of device and relying party. From build 22000.</summary>
    public static readonly CspNode<string> GetServiceCorrelationIds = At.Text(
        "GetServiceCorrelationIDs",
        access: CspAccess.Get,
        build: FirstWithAzure
    );

    /// <summary>All nodes of this provider.</summary>
    public static readonly ImmutableArray<CspNode> All = At.Nodes;
}
