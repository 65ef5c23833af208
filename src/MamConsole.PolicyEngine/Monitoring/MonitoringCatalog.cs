using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>The names of the area's settings.</summary>
internal static class MonitoringCatalog
{
    public static readonly SettingTable Settings = new(
        "monitoring",
        (
            "settings",
            "Settings in force",
            "",
            "EnterpriseDataProtection/Status and the nodes of the policy",
            "How often PCs are read for the settings in force and whether protection is on."
        ),
        (
            "condition",
            "Health",
            "Device health",
            "DeviceStatus",
            "How often PCs are read for encryption, antivirus, firewall and secure boot."
        ),
        (
            "hardware",
            "Hardware",
            "Hardware inventory",
            "DevDetail, DeviceStatus",
            "How often PCs are read for their TPM, virtualization and edition."
        ),
        (
            "bootHealth",
            "Boot health",
            "Windows Health Attestation",
            "HealthAttestation",
            "How often PCs prove by their TPM how they started."
        ),
        (
            "workLog",
            "WIP audit log",
            "WIP audit events",
            "Reporting/EnterpriseDataProtection",
            "How often PCs are read for their log of work data that left."
        )
    );
}
