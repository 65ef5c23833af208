using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Import;

namespace MamConsole.Tests.PolicyEngine.Import;

public sealed class IntuneImportTests
{
    /// <summary>
    /// A property of Intune, the kind of its entry in the import report, and the target and value (null when it is not imported).
    /// </summary>
    public static TheoryData<string, ImportReportKind, string?, string?> Properties =>
        new()
        {
            { "\"displayName\": \"Sales\"", ImportReportKind.Imported, null, null },
            { "\"description\": \"For sales\"", ImportReportKind.Imported, "why.policy", "\"For sales\"" },
            { "\"enforcementLevel\": \"noProtection\"", ImportReportKind.Imported, "informationProtection.mode", "\"off\"" },
            { "\"enforcementLevel\": \"encryptAndAuditOnly\"", ImportReportKind.Imported, "informationProtection.mode", "\"silent\"" },
            {
                "\"enforcementLevel\": \"encryptAuditAndPrompt\"",
                ImportReportKind.Imported,
                "informationProtection.mode",
                "\"allowOverrides\""
            },
            { "\"enforcementLevel\": \"encryptAuditAndBlock\"", ImportReportKind.Imported, "informationProtection.mode", "\"block\"" },
            { "\"enforcementLevel\": \"loud\"", ImportReportKind.Dropped, null, null },
            {
                "\"enterpriseDomain\": \"Contoso.com\"",
                ImportReportKind.Imported,
                "informationProtection.enterpriseIds",
                "[\"Contoso.com\"]"
            },
            { "\"revokeOnUnenrollDisabled\": false", ImportReportKind.Inverted, "informationProtection.revokeOnUnenroll", "true" },
            { "\"revokeOnUnenrollDisabled\": true", ImportReportKind.Inverted, "informationProtection.revokeOnUnenroll", "false" },
            { "\"revokeOnMdmHandoffDisabled\": true", ImportReportKind.Inverted, "informationProtection.revokeOnMdmHandoff", "false" },
            { "\"windowsHelloForBusinessBlocked\": false", ImportReportKind.Inverted, "helloPin.usePassportForWork", "true" },
            { "\"iconsVisible\": false", ImportReportKind.Imported, "informationProtection.showIcons", "false" },
            { "\"azureRightsManagementServicesAllowed\": true", ImportReportKind.Imported, "informationProtection.azureRms", "true" },
            { "\"rightsManagementServicesTemplateId\": null", ImportReportKind.Imported, null, null },
            {
                "\"rightsManagementServicesTemplateId\": \"c1b8\"",
                ImportReportKind.Imported,
                "informationProtection.rmsTemplateId",
                "\"c1b8\""
            },
            { "\"daysWithoutContactBeforeUnenroll\": 90", ImportReportKind.Imported, "informationProtection.lostContactDays", "\"90\"" },
            { "\"daysWithoutContactBeforeUnenroll\": 0", ImportReportKind.Imported, null, null },
            { "\"protectionUnderLockConfigRequired\": true", ImportReportKind.Dropped, null, null },
            { "\"indexingEncryptedStoresOrItemsBlocked\": true", ImportReportKind.Dropped, null, null },
            { "\"isAssigned\": true", ImportReportKind.Dropped, null, null },
            { "\"roleScopeTagIds\": [\"0\"]", ImportReportKind.Dropped, null, null },
            {
                "\"mdmEnrollmentUrl\": \"https://mdm.example/discovery\"",
                ImportReportKind.Imported,
                "handoff.discoveryUrl",
                "\"https://mdm.example/discovery\""
            },
            { "\"pinMinimumLength\": 0", ImportReportKind.Imported, "helloPin.minimumLength", "\"0\"" },
            { "\"pinUppercaseLetters\": \"requireAtLeastOne\"", ImportReportKind.Imported, "helloPin.uppercaseLetters", "\"required\"" },
            { "\"pinLowercaseLetters\": \"notAllow\"", ImportReportKind.Imported, "helloPin.lowercaseLetters", "\"forbidden\"" },
            { "\"pinSpecialCharacters\": \"allow\"", ImportReportKind.Imported, "helloPin.specialCharacters", "\"allowed\"" },
            { "\"pinExpirationDays\": 0", ImportReportKind.Imported, "helloPin.expirationDays", "\"0\"" },
            { "\"numberOfPastPinsRemembered\": 10", ImportReportKind.Imported, "helloPin.history", "\"10\"" },
            { "\"passwordMaximumAttemptCount\": 11", ImportReportKind.Imported, "deviceLock.failedAttempts", "\"11\"" },
            { "\"passwordMaximumAttemptCount\": 0", ImportReportKind.Imported, null, null },
            { "\"minutesOfInactivityBeforeDeviceLock\": 3", ImportReportKind.Imported, "deviceLock.lockAfterMinutes", "\"3\"" },
            { "\"minutesOfInactivityBeforeDeviceLock\": \"ten\"", ImportReportKind.Imported, "deviceLock.lockAfterMinutes", "\"ten\"" },
            { "\"minutesOfInactivityBeforeDeviceLock\": true", ImportReportKind.Dropped, null, null },
            {
                "\"enterpriseIPRangesAreAuthoritative\": true",
                ImportReportKind.Imported,
                "networkBoundary.ipRangesAreAuthoritative",
                "true"
            },
            {
                "\"enterpriseProxyServersAreAuthoritative\": false",
                ImportReportKind.Imported,
                "networkBoundary.proxiesAreAuthoritative",
                "false"
            },
            { "\"iconsVisible\": \"yes\"", ImportReportKind.Dropped, null, null },
            { "\"somethingNew\": { \"a\": 1 }", ImportReportKind.Dropped, null, null },
            { "\"protectedApps\": []", ImportReportKind.Imported, null, null },
            { "\"protectedApps@odata.context\": \"https://graph.microsoft.com\"", ImportReportKind.Dropped, null, null },
            { "\"enterpriseProxiedDomains\": \"@{displayName=x; proxiedDomains=System.Object[]}\"", ImportReportKind.Dropped, null, null },
        };

    [Theory]
    [MemberData(nameof(Properties))]
    public void Read_ImportsEachPropertyToItsTarget(string property, ImportReportKind kind, string? target, string? value)
    {
        var imported = Read($$"""{ "@odata.type": "#microsoft.graph.windowsInformationProtectionPolicy", {{property}} }""");

        var name = property.Split('"')[1];
        var line = Assert.Single(imported.Report.Entries, entry => entry.Source == $"$.{name}");
        Assert.Equal(kind, line.Kind);
        Assert.True(kind == ImportReportKind.Imported || line.Note.EndsWith('.'), $"No reason: {line.Note}");
        if (target is null)
        {
            Assert.Equal(new WrittenPolicy(), imported.Document);
        }
        else
        {
            Assert.StartsWith(target, line.Target, StringComparison.Ordinal);
            var document = JsonSerializer.SerializeToNode(imported.Document, WrittenPolicy.Json)!;
            var path = target.Split('.', 2);
            Assert.Equal(value, document[path[0]]![path[1]]!.ToJsonString());
        }
    }

    /// <summary>A list of Intune and its content, the kind of the entry for its first value, and the imported rows.</summary>
    public static TheoryData<string, string, ImportReportKind, string> Rows =>
        new()
        {
            {
                "enterpriseProtectedDomainNames",
                """{ "resources": ["b.example"] }""",
                ImportReportKind.Imported,
                """informationProtection.enterpriseIds=["a.example","b.example"]"""
            },
            {
                "enterpriseProtectedDomainNames",
                """{ "resources": ["a.example"] }""",
                ImportReportKind.Dropped,
                """informationProtection.enterpriseIds=["a.example"]"""
            },
            {
                "smbAutoEncryptedFileExtensions",
                """{ "resources": ["*.docx"] }""",
                ImportReportKind.Imported,
                """informationProtection.smbExtensions=["*.docx"]"""
            },
            {
                "enterpriseNetworkDomainNames",
                """{ "resources": ["Corp"] }""",
                ImportReportKind.Imported,
                """networkBoundary.domainNames=["Corp"]"""
            },
            {
                "enterpriseProxyServers",
                """{ "resources": ["p1:80;p2:80"] }""",
                ImportReportKind.Repaired,
                """networkBoundary.externalProxies=["p1:80","p2:80"]"""
            },
            {
                "enterpriseInternalProxyServers",
                """{ "resources": ["p1"] }""",
                ImportReportKind.Imported,
                """networkBoundary.internalProxies=["p1"]"""
            },
            {
                "neutralDomainResources",
                """{ "resources": ["login.windows.net"] }""",
                ImportReportKind.Imported,
                """networkBoundary.neutralResources=["login.windows.net"]"""
            },
            { "neutralDomainResources", """{ "resources": [""] }""", ImportReportKind.Imported, "networkBoundary.neutralResources=[]" },
            { "neutralDomainResources", """{ "resources": [7] }""", ImportReportKind.Dropped, "networkBoundary.neutralResources=[]" },
            {
                "enterpriseProxiedDomains",
                """{ "proxiedDomains": [ { "ipAddressOrFQDN": "a.example", "proxy": "p1" } ] }""",
                ImportReportKind.Imported,
                """networkBoundary.cloudResources=[{"host":"a.example","proxy":"p1"}]"""
            },
            {
                "enterpriseProxiedDomains",
                """{ "proxiedDomains": [ { "ipAddressOrFQDN": "/*AppCompat*/" } ] }""",
                ImportReportKind.Imported,
                "networkBoundary.appCompat=true"
            },
            {
                "enterpriseProxiedDomains",
                """{ "proxiedDomains": [ { "ipAddressOrFQDN": "/*appcompat*/" } ] }""",
                ImportReportKind.Repaired,
                "networkBoundary.appCompat=true"
            },
            {
                "enterpriseProxiedDomains",
                """{ "proxiedDomains": [ { "ipAddressOrFQDN": "a.example/*AppCompat*/" } ] }""",
                ImportReportKind.Repaired,
                """networkBoundary.cloudResources=[{"host":"a.example","proxy":""}]"""
            },
            {
                "enterpriseProxiedDomains",
                """{ "proxiedDomains": [ { "ipAddressOrFQDN": "a.example,|b.example,p1" } ] }""",
                ImportReportKind.Repaired,
                """networkBoundary.cloudResources=[{"host":"a.example","proxy":""},{"host":"b.example","proxy":"p1"}]"""
            },
            {
                "enterpriseIPRanges",
                """{ "ranges": [ { "lowerAddress": "10.0.0.9", "upperAddress": "10.0.0.1" } ] }""",
                ImportReportKind.Imported,
                """networkBoundary.ipRanges=[{"first":"10.0.0.9","last":"10.0.0.1"}]"""
            },
            {
                "enterpriseIPRanges",
                """{ "ranges": [ { "cidrAddress": "10.20.0.0/16" } ] }""",
                ImportReportKind.Repaired,
                """networkBoundary.ipRanges=[{"first":"10.20.0.0","last":"10.20.255.255"}]"""
            },
            {
                "enterpriseIPRanges",
                """{ "ranges": [ { "cidrAddress": "10.20.0.0/99" } ] }""",
                ImportReportKind.Imported,
                """networkBoundary.ipRanges=[{"first":"10.20.0.0/99","last":""}]"""
            },
            { "enterpriseIPRanges", """{ "ranges": [ {} ] }""", ImportReportKind.Dropped, "networkBoundary.ipRanges=[]" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Read_ImportsRowsOfListInEitherForm(string list, string group, ImportReportKind kind, string expected)
    {
        // The first value is a list as Graph returns it, the second is how PowerShell writes a list with one item.
        foreach (var value in new[] { $"[ {group} ]", group })
        {
            var source = $$"""{ "enforcementLevel": null, "{{list}}": {{value}}, "enterpriseDomain": "a.example" }""";
            var imported = Read(source);

            var path = expected[..expected.IndexOf('=', StringComparison.Ordinal)].Split('.');
            var document = JsonSerializer.SerializeToNode(imported.Document, WrittenPolicy.Json)!;
            Assert.Equal(expected[(expected.IndexOf('=', StringComparison.Ordinal) + 1)..], document[path[0]]![path[1]]!.ToJsonString());
            Assert.Equal(kind, imported.Report.Entries.First(entry => entry.Source.StartsWith($"$.{list}", StringComparison.Ordinal)).Kind);
            Covered(source, imported);
        }
    }

    [Fact]
    public void Read_ImportsAppsWithoutDuplicates()
    {
        const string Word = """
            { "@odata.type": "#microsoft.graph.windowsInformationProtectionDesktopApp", "displayName": "Word", "description": "Writes", "publisherName": "O=MICROSOFT CORPORATION",
              "productName": "MICROSOFT OFFICE", "denied": true, "binaryName": "WINWORD.EXE", "binaryVersionLow": "16.0.0.0", "binaryVersionHigh": null }
            """;
        const string Edge = """
            { "@odata.type": "#microsoft.graph.windowsInformationProtectionStoreApp", "displayName": "Edge", "description": "", "publisherName": "CN=Microsoft Corporation",
              "productName": "Microsoft.MicrosoftEdge", "denied": false }
            """;
        var source =
            $$"""{ "enterpriseDomain": "", "enforcementLevel": "noProtection", "protectedApps": [ {{Word}}, {{Edge}}, {{Word}}, "@{displayName=Cut}" ], "exemptApps": [ {{Word}} ] }""";

        var imported = Read(source);

        var word = new AppRule.DesktopApp
        {
            Name = "Word",
            Publisher = "O=MICROSOFT CORPORATION",
            Product = "MICROSOFT OFFICE",
            Binary = "WINWORD.EXE",
            LowVersion = "16.0.0.0",
            Deny = true,
        };
        Assert.Equal(
            [
                word,
                new AppRule.StoreApp
                {
                    Name = "Edge",
                    Publisher = "CN=Microsoft Corporation",
                    PackageName = "Microsoft.MicrosoftEdge",
                },
            ],
            imported.Document.AppRules.Allowed
        );
        Assert.Equal([word], imported.Document.AppRules.Exempt);
        Assert.Equal(
            ["$.protectedApps[0].description", "$.protectedApps[2]", "$.protectedApps[3]", "$.exemptApps[0].description"],
            imported.Report.Entries.Where(entry => entry.Kind == ImportReportKind.Dropped).Select(entry => entry.Source)
        );
        Covered(source, imported);
    }

    [Fact]
    public void Read_ImportsRulesOfAppLockerFiles()
    {
        var xml = Convert.ToBase64String(
            Encoding.Unicode.GetBytes(
                "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + AppLockerImportTests.Policy(AppLockerImportTests.Rule())
            )
        );
        var source = $$"""
            { "enterpriseDomain": null, "enforcementLevel": null,
              "protectedAppLockerFiles": [ { "displayName": "list.xml", "fileHash": "1", "id": "2", "version": "3", "file": "{{xml}}" }, { "file": "PGE+" }, { "file": "!" }, { "file": "ZmlsZQ==" } ],
              "exemptAppLockerFiles": { "file": "{{xml}}" } }
            """;

        var imported = Read(source);

        Assert.Equal(("APP.EXE", "APP.EXE"), (Binary(imported.Document.AppRules.Allowed), Binary(imported.Document.AppRules.Exempt)));
        Assert.Equal(
            [
                ImportReportKind.Imported,
                ImportReportKind.Dropped,
                ImportReportKind.Dropped,
                ImportReportKind.Dropped,
                ImportReportKind.Imported,
            ],
            imported.Report.Entries.Where(entry => entry.Source.EndsWith(".file", StringComparison.Ordinal)).Select(entry => entry.Kind)
        );
        Covered(source, imported);

        static string Binary(IReadOnlyList<AppRule> rules) => Assert.IsType<AppRule.DesktopApp>(Assert.Single(rules)).Binary;
    }

    [Fact]
    public void Read_ImportsRecoveryCertificateAndRejectsPrivateKey()
    {
        var der = SamplePolicies.Certificate();
        var blob = MamConsole.PolicyEngine.Values.EfsRecoveryBlob.Build([der]);
        var source = Certificate(Convert.ToBase64String(der));
        var plain = Read(source);
        Assert.Equal(
            (Convert.ToBase64String(der), "CN=Recovery"),
            (
                plain.Document.InformationProtection.RecoveryCertificate!.Content,
                plain.Document.InformationProtection.RecoveryCertificate.FileName
            )
        );
        Covered(source, plain);

        var wrapped = Read(Certificate(Convert.ToBase64String(blob)));
        Assert.Equal(plain.Document, wrapped.Document);
        Assert.Equal(1, wrapped.Report.Count(ImportReportKind.Repaired));

        const string Key = "-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADAN\\n-----END PRIVATE KEY-----";
        var secret = Read(Certificate(Key));
        Assert.NotNull(secret.Document.InformationProtection.RecoveryCertificate!.RejectionReason);
        Assert.DoesNotContain("MIIEvQ", JsonSerializer.Serialize(secret), StringComparison.Ordinal);

        static string Certificate(string content) =>
            $$"""{ "enforcementLevel": null, "enterpriseDomain": null, "dataRecoveryCertificate": { "subjectName": "CN=Recovery", "description": "d", "expirationDateTime": "2030-01-01", "certificate": "{{content}}" } }""";
    }

    [Fact]
    public void Read_ImportsEachPolicyOfListAndReportsNextPage()
    {
        const string One = """{ "@odata.type": "#microsoft.graph.windowsInformationProtectionPolicy", "displayName": "One" }""";
        const string Two = """{ "@odata.type": "microsoft.graph.mdmWindowsInformationProtectionPolicy", "displayName": "Two" }""";
        var reading = PolicyImport.Read(
            Encoding.UTF8.GetBytes($$"""{ "@odata.nextLink": "https://graph.microsoft.com/next", "value": [ {{One}}, {{Two}} ] }""")
        );

        Assert.Equal([("One", ImportSource.IntuneMam), ("Two", ImportSource.IntuneMdm)], reading.Policies.Select(p => (p.Name, p.Source)));
        Assert.Contains("next page", reading.Policies[0].Report.Entries[0].Note, StringComparison.Ordinal);
        Assert.Equal(["One", "Two"], PolicyImport.Read(Encoding.UTF8.GetBytes($"[{One},{Two}]")).Policies.Select(p => p.Name));
        Assert.Equal(
            "$.value[1]",
            Assert.Single(PolicyImport.Read(Encoding.UTF8.GetBytes($$"""{ "value": [ {{One}}, {} ] }""")).Faults).Path
        );
        Assert.Equal("$.value", Assert.Single(PolicyImport.Read("{ \"value\": [] }"u8).Faults).Path);
    }

    [Fact]
    public void Read_UsesFirstOfDuplicateProperties()
    {
        var imported = Read(
            """{ "enterpriseDomain": "a.example", "enforcementLevel": "noProtection", "enforcementLevel": "encryptAuditAndBlock" }"""
        );

        Assert.Equal(MamConsole.PolicyEngine.InformationProtection.ProtectionMode.Off, imported.Document.InformationProtection.Mode);
        Assert.Equal(
            [ImportReportKind.Imported, ImportReportKind.Dropped],
            imported.Report.Entries.Where(e => e.Source == "$.enforcementLevel").Select(e => e.Kind)
        );
    }

    private static void Covered(string source, ImportedPolicy imported) =>
        Assert.Empty(
            ImportReportCoverage.Wrong(
                ImportReportCoverage.LeafPaths(JsonNode.Parse(source)!.Deserialize<JsonElement>(), "$"),
                imported.Report
            )
        );

    private static ImportedPolicy Read(string json) => Assert.Single(PolicyImport.Read(Encoding.UTF8.GetBytes(json)).Policies);
}
