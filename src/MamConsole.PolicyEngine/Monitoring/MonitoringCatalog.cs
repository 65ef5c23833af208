using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>The labels of the area's settings.</summary>
internal static class MonitoringCatalog
{
    public static readonly SettingTable Settings = new(
        "monitoring",
        (
            "settings",
            "Settings in force",
            "",
            "EnterpriseDataProtection/Status and the nodes of the policy",
            "How often the settings in force and the WIP status are read from PCs."
        ),
        (
            "condition",
            "Health",
            "Device health",
            "DeviceStatus",
            "How often encryption, antivirus, firewall and secure boot are read from PCs."
        ),
        (
            "hardware",
            "Hardware",
            "Hardware inventory",
            "DevDetail, DeviceStatus",
            "How often the TPM, virtualization and edition are read from PCs."
        ),
        ("bootHealth", "Boot health", "Windows Health Attestation", "HealthAttestation", "How often PCs attest their boot with the TPM."),
        (
            "workLog",
            "WIP audit log",
            "WIP audit events",
            "Reporting/EnterpriseDataProtection",
            "How often the log of work data that left work apps is read from PCs."
        )
    );
}
