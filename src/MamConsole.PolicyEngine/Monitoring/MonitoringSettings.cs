namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>
/// The values that are read from PCs, and how often (docs/reference/device-reporting.md §2). Null = the default interval.
/// </summary>
public sealed record MonitoringSettings
{
    /// <summary>
    /// The policy's own settings and the WIP status. Default: daily. Changed settings are read right after the change, regardless of this
    /// value.
    /// </summary>
    public ReadInterval? Settings { get; init; }

    /// <summary>Encryption, antivirus, firewall, secure boot. Default: daily.</summary>
    public ReadInterval? Condition { get; init; }

    /// <summary>TPM, virtualization, edition and S mode, which rarely change. Default: weekly.</summary>
    public ReadInterval? Hardware { get; init; }

    /// <summary>The attestation of the PC's boot (HealthAttestation). Default: never. Not available at each check-in.</summary>
    public ReadInterval? BootHealth { get; init; }

    /// <summary>The WIP audit log (Reporting). Default: never. Not available at each check-in.</summary>
    public ReadInterval? WorkLog { get; init; }
}
