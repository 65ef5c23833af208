namespace MamConsole.BrowserTests.Policies;

/// <summary>Files to import.</summary>
internal static class Imports
{
    /// <summary>An Intune policy with a value of every kind, of which one is invalid.</summary>
    public const string Intune = """
        {
          "@odata.type": "#microsoft.graph.windowsInformationProtectionPolicy",
          "displayName": "Branch offices", "description": "Out of the old console", "version": "1",
          "enforcementLevel": "encryptAuditAndPrompt", "enterpriseDomain": "northwind.example",
          "revokeOnUnenrollDisabled": false, "protectionUnderLockConfigRequired": false,
          "enterpriseProxiedDomains": [ { "displayName": "Cloud", "proxiedDomains": [ { "ipAddressOrFQDN": "northwind.sharepoint.com/*AppCompat*/", "proxy": null } ] } ],
          "enterpriseIPRanges": [ { "displayName": "Oslo", "ranges": [ { "@odata.type": "#microsoft.graph.iPv4CidrRange", "cidrAddress": "10.20.0.0/16" } ] } ],
          "protectedApps": [ { "@odata.type": "#microsoft.graph.windowsInformationProtectionDesktopApp", "displayName": "Notepad", "publisherName": "O=MICROSOFT CORPORATION, L=REDMOND, S=WASHINGTON, C=US", "productName": "MICROSOFT® WINDOWS® OPERATING SYSTEM", "binaryName": "NOTEPAD.EXE", "binaryVersionLow": "*", "binaryVersionHigh": "*", "denied": false } ],
          "pinMinimumLength": 2, "somethingNew": true
        }
        """;
}
