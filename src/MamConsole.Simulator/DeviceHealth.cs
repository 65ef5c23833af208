namespace MamConsole.Simulator;

/// <summary>
/// The health values that a device reports. The numbers are those of Windows: 0 is good for most states, see
/// docs/reference/device-reporting.md §2.
/// </summary>
public sealed record DeviceHealth
{
    /// <summary>Whether the system drive is encrypted.</summary>
    public bool Encrypted { get; init; } = true;

    /// <summary>0 = not supported, 1 = on, 2 = off.</summary>
    public int SecureBoot { get; init; } = 1;

    /// <summary>0 = on and monitoring.</summary>
    public int Antivirus { get; init; }

    /// <summary>1 = current, 0 = out of date.</summary>
    public int AntivirusSignatures { get; init; } = 1;

    /// <summary>0 = on and monitoring, 1 = off.</summary>
    public int Firewall { get; init; }

    /// <summary>The TPM version, for example <c>2.0, 0, 1.59</c>; null = no TPM.</summary>
    public string? Tpm { get; init; } = "2.0, 0, 1.59";

    /// <summary>0 = running, 2 and above = not running (VBS, Credential Guard, memory integrity).</summary>
    public int VirtualizationBasedSecurity { get; init; }

    /// <summary>Whether Windows is in S mode.</summary>
    public bool SMode { get; init; }
}
