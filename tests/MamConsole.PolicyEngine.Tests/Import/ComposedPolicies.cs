using System.Text;
using MamConsole.PolicyEngine.Import;

namespace MamConsole.Tests.PolicyEngine.Import;

/// <summary>Policies in the forms of Intune, Graph, PowerShell and AppLocker, composed with invented names, ids and values.</summary>
internal static class ComposedPolicies
{
    private const string Graph = "microsoft.graph.";

    private const string Settings = """
        "enforcementLevel": "encryptAuditAndPrompt", "enterpriseDomain": "northwind.example",
        "enterpriseProtectedDomainNames": [ { "@odata.type": "microsoft.graph.windowsInformationProtectionResourceCollection", "displayName": "Mail", "resources": [ "tailspin.example", "wingtip.example" ] } ],
        "protectionUnderLockConfigRequired": false,
        "dataRecoveryCertificate": { "@odata.type": "microsoft.graph.windowsInformationProtectionDataRecoveryCertificate", "subjectName": "CN=Northwind recovery", "description": "Kept in the safe", "expirationDateTime": "2031-05-06T07:08:09Z", "certificate": "bm8gY2VydGlmaWNhdGU=" },
        "revokeOnUnenrollDisabled": false, "rightsManagementServicesTemplateId": "3c1f5f60-7d0e-4c62-b2fb-2f0a8d6f1a77", "azureRightsManagementServicesAllowed": true, "iconsVisible": true,
        "protectedApps": [
          { "@odata.type": "microsoft.graph.windowsInformationProtectionDesktopApp", "displayName": "Ledger", "description": "Accounts", "publisherName": "O=NORTHWIND TRADERS, L=BERGEN, C=NO", "productName": "LEDGER", "denied": false, "binaryName": "LEDGER.EXE", "binaryVersionLow": "4.2.0.0", "binaryVersionHigh": "*" },
          { "@odata.type": "microsoft.graph.windowsInformationProtectionStoreApp", "displayName": "Notes", "description": "", "publisherName": "CN=Tailspin Toys, O=Tailspin Toys, C=NO", "productName": "Tailspin.Notes", "denied": true } ],
        "exemptApps": [ { "@odata.type": "microsoft.graph.windowsInformationProtectionDesktopApp", "displayName": "Plotter", "description": "Drawings", "publisherName": "O=WINGTIP, C=NO", "productName": "PLOTTER", "denied": false, "binaryName": "PLOT.EXE", "binaryVersionLow": null, "binaryVersionHigh": null } ],
        "enterpriseNetworkDomainNames": [ { "@odata.type": "microsoft.graph.windowsInformationProtectionResourceCollection", "displayName": "Shares", "resources": [ "corp.northwind.example" ] } ],
        "enterpriseProxiedDomains": [ { "@odata.type": "microsoft.graph.windowsInformationProtectionProxiedDomainCollection", "displayName": "Cloud", "proxiedDomains": [
          { "@odata.type": "microsoft.graph.proxiedDomain", "ipAddressOrFQDN": "northwind.sharepoint.com", "proxy": "proxy.northwind.example" }, { "@odata.type": "microsoft.graph.proxiedDomain", "ipAddressOrFQDN": "/*AppCompat*/", "proxy": null } ] } ],
        "enterpriseIPRanges": [ { "@odata.type": "microsoft.graph.windowsInformationProtectionIPRangeCollection", "displayName": "Offices", "ranges": [
          { "@odata.type": "microsoft.graph.iPv4Range", "lowerAddress": "10.40.0.0", "upperAddress": "10.40.255.255" }, { "@odata.type": "microsoft.graph.iPv6Range", "lowerAddress": "2001:db8:40::", "upperAddress": "2001:db8:40::ffff" } ] } ],
        "enterpriseIPRangesAreAuthoritative": false,
        "enterpriseProxyServers": [ { "@odata.type": "microsoft.graph.windowsInformationProtectionResourceCollection", "displayName": "Outside", "resources": [ "out.northwind.example:8080" ] } ],
        "enterpriseInternalProxyServers": [ { "@odata.type": "microsoft.graph.windowsInformationProtectionResourceCollection", "displayName": "Inside", "resources": [ "proxy.northwind.example" ] } ],
        "enterpriseProxyServersAreAuthoritative": true,
        "neutralDomainResources": [ { "@odata.type": "microsoft.graph.windowsInformationProtectionResourceCollection", "displayName": "Sign-in", "resources": [ "login.northwind.example" ] } ],
        "indexingEncryptedStoresOrItemsBlocked": true,
        "smbAutoEncryptedFileExtensions": [ { "@odata.type": "microsoft.graph.windowsInformationProtectionResourceCollection", "displayName": "Office", "resources": [ "docx", "xlsx" ] } ],
        "isAssigned": false
        """;

    private const string OfMamAlone = """
        "revokeOnMdmHandoffDisabled": true, "mdmEnrollmentUrl": "https://mdm.northwind.example/EnrollmentServer/Discovery.svc", "windowsHelloForBusinessBlocked": false, "pinMinimumLength": 7,
        "pinUppercaseLetters": "allow", "pinLowercaseLetters": "requireAtLeastOne", "pinSpecialCharacters": "notAllow", "pinExpirationDays": 180, "numberOfPastPinsRemembered": 6,
        "passwordMaximumAttemptCount": 9, "minutesOfInactivityBeforeDeviceLock": 12, "daysWithoutContactBeforeUnenroll": 60
        """;

    private const string OfTheService = """
        "createdDateTime": "2024-02-03T04:05:06.7891234+01:00", "lastModifiedDateTime": "2024-03-04T05:06:07.8912345+01:00", "id": "T_5b0f9b43-0a2d-4f9e-9a44-64d7e1f6b6c2", "version": "\"a1b2c3\""
        """;

    /// <summary>
    /// A policy as PowerShell exports it: blanks after the colons, empty lists with line breaks, null for absent values, and assignments
    /// beside the policy.
    /// </summary>
    private const string FromPowerShell = """
        {
            "displayName":  "Baseline of Northwind",
            "description":  "For personal PCs.",
            "enforcementLevel":  "noProtection",
            "enterpriseDomain":  "$NorthwindDomain",
            "protectionUnderLockConfigRequired":  true,
            "dataRecoveryCertificate":  null,
            "revokeOnUnenrollDisabled":  true,
            "rightsManagementServicesTemplateId":  null,
            "azureRightsManagementServicesAllowed":  false,
            "iconsVisible":  false,
            "enterpriseIPRangesAreAuthoritative":  true,
            "enterpriseProxyServersAreAuthoritative":  false,
            "indexingEncryptedStoresOrItemsBlocked":  false,
            "isAssigned":  true,
            "revokeOnMdmHandoffDisabled":  false,
            "mdmEnrollmentUrl":  "https://mdm.northwind.example/discovery.svc",
            "windowsHelloForBusinessBlocked":  true,
            "pinMinimumLength":  8,
            "pinUppercaseLetters":  "requireAtLeastOne",
            "pinLowercaseLetters":  "notAllow",
            "pinSpecialCharacters":  "allow",
            "pinExpirationDays":  0,
            "numberOfPastPinsRemembered":  0,
            "passwordMaximumAttemptCount":  0,
            "minutesOfInactivityBeforeDeviceLock":  0,
            "daysWithoutContactBeforeUnenroll":  30,
            "enterpriseProtectedDomainNames":  [

                                               ],
            "protectedApps":  [

                              ],
            "exemptApps":  [

                           ],
            "enterpriseNetworkDomainNames":  [

                                             ],
            "enterpriseProxiedDomains":  [
                                             {
                                                 "displayName":  "Files",
                                                 "proxiedDomains":  [
                                                                        {
                                                                            "ipAddressOrFQDN":  "$Northwind.sharepoint.com",
                                                                            "proxy":  null
                                                                        },
                                                                        {
                                                                            "ipAddressOrFQDN":  "/*AppCompat*/",
                                                                            "proxy":  null
                                                                        }
                                                                    ]
                                             }
                                         ],
            "enterpriseIPRanges":  [

                                   ],
            "enterpriseProxyServers":  [

                                       ],
            "enterpriseInternalProxyServers":  [

                                               ],
            "neutralDomainResources":  [

                                       ],
            "smbAutoEncryptedFileExtensions":  [

                                               ],
            "protectedAppLockerFiles":  [

                                        ],
            "exemptAppLockerFiles":  [

                                     ],
            "assignments":  [

                            ],
            "@odata.type":  "#microsoft.graph.windowsInformationProtectionPolicy"
        }
        """;

    /// <summary>Policies of Intune by their form.</summary>
    public static readonly IReadOnlyDictionary<string, (string Json, ImportSource Source)> Intune = new Dictionary<
        string,
        (string, ImportSource)
    >(StringComparer.Ordinal)
    {
        ["exported by PowerShell"] = (FromPowerShell, ImportSource.IntuneMam),
        ["request that creates a MAM policy"] = (
            Policy("windowsInformationProtectionPolicy", Settings, OfMamAlone),
            ImportSource.IntuneMam
        ),
        ["response with a MAM policy"] = (
            Policy("windowsInformationProtectionPolicy", OfTheService, Settings, OfMamAlone),
            ImportSource.IntuneMam
        ),
        ["list of one MAM policy"] = (
            $$"""{ "value": [ {{Policy("windowsInformationProtectionPolicy", OfTheService, Settings, OfMamAlone)}} ] }""",
            ImportSource.IntuneMam
        ),
        ["MAM policy with placeholder values"] = (
            Policy("windowsInformationProtectionPolicy", WithPlaceholders(Settings), OfMamAlone),
            ImportSource.IntuneMam
        ),
        ["MAM policy with AppLocker files"] = (
            Policy(
                "windowsInformationProtectionPolicy",
                Settings,
                OfMamAlone,
                $$"""
                "protectedAppLockerFiles": [ { "displayName": "Old releases", "fileHash": "b64", "id": "8", "version": "\"9\"", "file": "{{Convert.ToBase64String(
                    Utf16(PublisherRules)
                )}}" } ], "exemptAppLockerFiles": []
                """
            ),
            ImportSource.IntuneMam
        ),
        ["request that creates an MDM policy"] = (Policy("mdmWindowsInformationProtectionPolicy", Settings), ImportSource.IntuneMdm),
        ["response with an MDM policy"] = (Policy("mdmWindowsInformationProtectionPolicy", OfTheService, Settings), ImportSource.IntuneMdm),
    };

    /// <summary>Policies of AppLocker by their form, and the number of their rules that a list of protected apps supports.</summary>
    public static readonly IReadOnlyDictionary<string, (byte[] Bytes, int Kept)> AppLocker = new Dictionary<string, (byte[], int)>(
        StringComparer.Ordinal
    )
    {
        ["a bare collection"] = (Encoding.UTF8.GetBytes(PublisherRules), 4),
        ["UTF-16 with a declaration and several collections"] = (Utf16(WholePolicy), 5),
        ["UTF-8 with a mark and a comment"] = (
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("<!-- A starter policy. -->\n" + WholePolicy)],
            5
        ),
        ["nothing but DLL rules"] = (Utf16(DllRules), 0),
        ["one deny rule"] = (
            Encoding.UTF8.GetBytes(
                "<AppLockerPolicy Version=\"1\"><RuleCollection Type=\"Exe\" "
                    + $"EnforcementMode=\"NotConfigured\">{Publisher("d", "Old viewer", "Deny", "VIEWER", "VIEW.EXE", "*", "2.9.0.0")}</RuleCollection></AppLockerPolicy>"
            ),
            1
        ),
    };

    /// <summary>AppLocker lists with publisher rules for desktop apps.</summary>
    public static readonly IReadOnlyDictionary<string, byte[]> PublisherLists = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["a bare collection"] = Encoding.UTF8.GetBytes(PublisherRules),
        ["a whole policy in UTF-16"] = Utf16(WholePolicy),
        ["a rule that stands twice"] = Encoding.UTF8.GetBytes(
            PublisherRules.Replace(
                "</RuleCollection>",
                Publisher("e", "Ledger again", "Allow", "LEDGER", "LEDGER.EXE", "4.2.0.0", "*") + "</RuleCollection>",
                StringComparison.Ordinal
            )
        ),
    };

    /// <summary>Documents that are not policies, by the text that the rejection contains.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotPolicies = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["windowsInformationProtectionWipeAction"] = Listed(
            "windowsInformationProtectionWipeAction",
            "\"status\": \"active\", \"targetedUserId\": \"u\""
        ),
        ["windowsInformationProtectionDeviceRegistration"] = Listed(
            "windowsInformationProtectionDeviceRegistration",
            "\"deviceName\": \"SHELF-PC\""
        ),
        ["windowsInformationProtectionAppLearningSummary"] = Listed(
            "windowsInformationProtectionAppLearningSummary",
            "\"applicationName\": \"Plotter\", \"deviceCount\": 3"
        ),
        ["windowsInformationProtectionNetworkLearningSummary"] = Listed(
            "windowsInformationProtectionNetworkLearningSummary",
            "\"url\": \"files.northwind.example\", \"deviceCount\": 4"
        ),
        ["windowsInformationProtectionAppLockerFile"] = Listed(
            "windowsInformationProtectionAppLockerFile",
            "\"displayName\": \"Old releases\", \"file\": \"PGE+\""
        ),
        ["neither JSON nor XML"] = "<#\nA configuration of Northwind.\n#>\nConfiguration Northwind\n{\n    node localhost { }\n}\n",
        ["$"] = "[Version(\"1.0\")]\nclass Northwind_Policy\n{\n    [Key] String Name;\n};\n",
    };

    private static string PublisherRules =>
        "<RuleCollection Type=\"Exe\" EnforcementMode=\"Enabled\">"
        + Publisher("1", "Ledger", "Allow", "LEDGER", "LEDGER.EXE", "4.2.0.0", "*")
        + Publisher("2", "Ledger before 4.2", "Deny", "LEDGER", "*", "*", "4.1.9999.9999")
        + Publisher("3", "Plotter", "Allow", "PLOTTER® SUITE", "PLOT.EXE", "1.0.0.0", "1.9.0.0")
        + Publisher("4", "Viewer", "Allow", "VIEWER &amp; PRINTER", "VIEW.EXE", "*", "*")
        + "</RuleCollection>";

    private static string DllRules =>
        "<AppLockerPolicy Version=\"1\"><RuleCollection Type=\"Dll\" "
        + $"EnforcementMode=\"NotConfigured\">{Publisher("7", "Plug-in", "Allow", "", "", "8.0.0.0", "*")}{Publisher("8", "Other plug-in", "Allow", "PLUG-IN", "*", "*", "*")}</RuleCollection></AppLockerPolicy>";

    /// <summary>
    /// Every kind of rule and collection. Of the five rules for executables, the publisher, path and hash rules are imported; the default
    /// rule is not.
    /// </summary>
    private static string WholePolicy =>
        "<AppLockerPolicy Version=\"1\"><RuleCollection Type=\"Dll\" "
        + $"EnforcementMode=\"NotConfigured\">{Publisher("9", "Libraries", "Allow", "LEDGER", "*", "*", "*")}</RuleCollection>"
        + "<RuleCollection Type=\"Exe\" EnforcementMode=\"AuditOnly\">"
        + Publisher("1", "Ledger", "Allow", "LEDGER", "LEDGER.EXE", "4.2.0.0", "*")
        + Publisher("2", "Old Plotter", "Deny", "PLOTTER", "PLOT.EXE", "*", "0.9.0.0")
        + $"<FilePathRule {Attributes("3", "Tools", "Allow")}><Conditions><FilePathCondition Path=\"C:\\Northwind\\Tools\\*\" "
        + "/></Conditions></FilePathRule>"
        + $"<FileHashRule {Attributes("4", "Helper", "Allow")}><Conditions><FileHashCondition><FileHash Type=\"SHA256\" "
        + $"Data=\"0x{new string('B', 64)}\" SourceFileName=\"helper.exe\" SourceFileLength=\"4096\" "
        + "/></FileHashCondition></Conditions></FileHashRule>"
        + $"<FilePathRule {Attributes("5", "Programs", "Allow")}><Conditions><FilePathCondition Path=\"%PROGRAMFILES%\\*\" "
        + "/></Conditions></FilePathRule></RuleCollection>"
        + "<RuleCollection Type=\"Appx\" EnforcementMode=\"AuditOnly\"><FilePublisherRule "
        + $"{Attributes("6", "Notes", "Allow")}><Conditions><FilePublisherCondition PublisherName=\"CN=Tailspin Toys, O=Tailspin "
        + "Toys, C=NO\" ProductName=\"Tailspin.Notes\" BinaryName=\"*\"><BinaryVersionRange LowSection=\"*\" HighSection=\"*\" "
        + "/></FilePublisherCondition></Conditions></FilePublisherRule></RuleCollection>"
        + "<RuleCollection Type=\"Script\" EnforcementMode=\"AuditOnly\"><FilePathRule "
        + $"{Attributes("a", "Scripts", "Allow")}><Conditions><FilePathCondition Path=\"C:\\Northwind\\*\" "
        + "/></Conditions></FilePathRule></RuleCollection></AppLockerPolicy>";

    private static string Publisher(string id, string name, string action, string product, string binary, string low, string high) =>
        $"<FilePublisherRule {Attributes(id, name, action)}><Conditions><FilePublisherCondition PublisherName=\"O=NORTHWIND "
        + "TRADERS, "
        + $"L=BERGEN, C=NO\" ProductName=\"{product}\" BinaryName=\"{binary}\">"
        + $"<BinaryVersionRange LowSection=\"{low}\" HighSection=\"{high}\" /></FilePublisherCondition></Conditions></FilePublisherRule>";

    private static string Attributes(string id, string name, string action) =>
        $"Id=\"5d1c9a60-33c1-4f2e-8f55-00000000000{id}\" Name=\"{name}\" Description=\"\" UserOrGroupSid=\"S-1-1-0\" Action=\"{action}\"";

    private static byte[] Utf16(string xml) =>
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n" + xml)];

    private static string Policy(string type, params string[] parts) =>
        $$"""{ "@odata.type": "#{{Graph}}{{type}}", "displayName": "Protection of Northwind", "description": "Composed", {{string.Join(", ", parts)}} }""";

    private static string Listed(string type, string members) =>
        $$"""{ "value": [ { "@odata.type": "#{{Graph}}{{type}}", "id": "2f0a8d6f-0000-4000-8000-3c1f5f607d0e", {{members}} } ] }""";

    /// <summary>Inserts the placeholders of the documentation: text in place of addresses, and a range without ends.</summary>
    private static string WithPlaceholders(string settings) =>
        settings
            .Replace("\"northwind.example\"", "\"A domain\"", StringComparison.Ordinal)
            .Replace("\"northwind.sharepoint.com\"", "\"An address\"", StringComparison.Ordinal)
            .Replace("\"proxy.northwind.example\"", "\"A proxy\"", StringComparison.Ordinal)
            .Replace(
                "{ \"@odata.type\": \"microsoft.graph.iPv4Range\", \"lowerAddress\": \"10.40.0.0\", \"upperAddress\": \"10.40.255.255\" }",
                "{ \"@odata.type\": \"microsoft.graph.ipRange\" }",
                StringComparison.Ordinal
            );
}
