using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine.InformationProtection;

/// <summary>The labels of the area's settings.</summary>
internal static class InformationProtectionCatalog
{
    public static readonly SettingTable Settings = new(
        "informationProtection",
        (
            "mode",
            "WIP mode",
            "Windows Information Protection mode",
            "EnterpriseDataProtection/Settings/EDPEnforcementLevel",
            "What Windows does when work data is about to leave a work app."
        ),
        (
            "enterpriseIds",
            "Corporate identity (primary) and protected domains",
            "Corporate identity",
            "EnterpriseDataProtection/Settings/EnterpriseProtectedDomainNames",
            "The domains of the organization; the primary domain is written to every work file."
        ),
        (
            "recoveryCertificate",
            "Data recovery agent (DRA) certificate",
            "Data Recovery Agent (DRA) certificate",
            "EnterpriseDataProtection/Settings/DataRecoveryCertificate",
            "The certificate whose private key can recover work files."
        ),
        (
            "revokeOnUnenroll",
            "Revoke encryption keys on unenroll",
            "Revoke encryption keys on unenroll",
            "EnterpriseDataProtection/Settings/RevokeOnUnenroll",
            "Whether work files become unreadable when a PC unenrolls."
        ),
        (
            "revokeOnMdmHandoff",
            "Revoke encryption keys on MDM handoff",
            "RevokeOnMDMHandoff",
            "EnterpriseDataProtection/Settings/RevokeOnMDMHandoff",
            "Whether work files become unreadable when a PC moves to MDM."
        ),
        (
            "lostContactDays",
            "Unenroll after days without contact",
            "NumberOfDaysAfterLostContactToUnenroll",
            "DMClient/Provider/{ProviderID}/NumberOfDaysAfterLostContactToUnenroll",
            "The number of days without contact after which a PC unenrolls itself."
        ),
        (
            "showIcons",
            "Show the enterprise data protection icon",
            "Show the enterprise data protection icon",
            "EnterpriseDataProtection/Settings/EDPShowIcons",
            "Whether work files and apps show a briefcase."
        ),
        (
            "azureRms",
            "Use Azure RMS for WIP",
            "Use Azure RMS for WIP",
            "EnterpriseDataProtection/Settings/AllowAzureRMSForEDP",
            "Whether work files on removable drives can be opened on other PCs of the organization."
        ),
        (
            "rmsTemplateId",
            "RMS template ID",
            "Template ID",
            "EnterpriseDataProtection/Settings/RMSTemplateIDForEDP",
            "The template that defines who can open work files on removable drives."
        ),
        (
            "smbExtensions",
            "Encrypted file extensions on SMB shares",
            "Encrypted file extensions",
            "EnterpriseDataProtection/Settings/SMBAutoEncryptedFileExtensions",
            "The file types that are encrypted when they are copied from a corporate file share."
        )
    );
}
