namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>What PCs are asked, and how often, as chosen (docs/reference/device-reporting.md §2). Null = the usual rhythm.</summary>
public sealed record MonitoringSettings
{
    /// <summary>
    /// The policy's own settings and the state of protection. Usual: daily. What a change wrote is read right after it, whatever stands
    /// here.
    /// </summary>
    public ReadInterval? Settings { get; init; }

    /// <summary>Encryption, antivirus, firewall, secure boot. Usual: daily.</summary>
    public ReadInterval? Condition { get; init; }

    /// <summary>TPM, virtualization, edition and S mode, which hardly ever change. Usual: weekly.</summary>
    public ReadInterval? Hardware { get; init; }

    /// <summary>The attestation of how the PC started (HealthAttestation). Usual: never. Not with each call.</summary>
    public ReadInterval? BootHealth { get; init; }

    /// <summary>The log of work data that left its place (Reporting). Usual: never. Not with each call.</summary>
    public ReadInterval? WorkLog { get; init; }
}
