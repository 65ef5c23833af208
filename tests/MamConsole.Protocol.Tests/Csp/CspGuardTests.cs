using MamConsole.Protocol.Csp;

namespace MamConsole.Tests.Protocol.Csp;

/// <summary>Tests which commands may be sent to a device, by verb and value.</summary>
public sealed class CspGuardTests
{
    private static readonly CspAccess[] Verbs = [CspAccess.Get, CspAccess.Add, CspAccess.Replace, CspAccess.Delete, CspAccess.Exec];

    [Fact]
    public void Reject_AllowsOnlyDescribedVerbs() =>
        Assert.All(
            CspCatalogue.All.Where(node => !node.IsAvoided),
            node =>
            {
                foreach (var verb in Verbs)
                {
                    var rejection = CspGuard.Reject(verb, node.Uri);
                    var isShared = verb == CspAccess.Delete && (node == DMClientCsp.Provider || node == PolicyCsp.Config);
                    Assert.Equal((node.Uri, verb, node.Access.HasFlag(verb) && !isShared), (node.Uri, verb, rejection is null));
                    Assert.True(rejection is null or { Kind: CspRejectionKind.Verb }, rejection?.Words);
                }
            }
        );

    [Fact]
    public void Reject_RejectsEveryVerbForAvoidedNodes()
    {
        var avoided = CspCatalogue.All.Where(node => node.IsAvoided).ToArray();

        Assert.Equal(41, avoided.Length);
        Assert.All(
            avoided,
            node => Assert.All(Verbs, verb => Assert.Equal(CspRejectionKind.Avoided, CspGuard.Reject(verb, node.Uri)?.Kind))
        );
    }

    [Theory, Trait("Abuse", "PB-06")]
    [InlineData("./Device/Vendor/MSFT/DMClient/Provider/MamConsole"), InlineData("./Device/Vendor/MSFT/Policy/Config")]
    public void Reject_RejectsDeleteOfSharedNodes(string locUri)
    {
        Assert.Null(CspGuard.Reject(CspAccess.Get, locUri));
        Assert.Equal(CspRejectionKind.Verb, CspGuard.Reject(CspAccess.Delete, locUri)?.Kind);
    }

    [Theory, Trait("Abuse", "PB-06")]
    [
        InlineData("./device/vendor/msft/policy/config/devicelock/mindevicepasswordlength"),
        InlineData("./Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength")
    ]
    [InlineData("./Device/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength/")]
    public void Reject_RejectsOtherSpellings(string locUri)
    {
        var rejection = CspGuard.Reject(CspAccess.Replace, locUri)!;

        Assert.Equal(CspRejectionKind.Spelling, rejection.Kind);
        Assert.EndsWith(
            "must be spelled ./Device/Vendor/MSFT/Policy/Config/DeviceLock/MinDevicePasswordLength.",
            rejection.Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Reject_TruncatesLongAddresses() =>
        Assert.InRange(CspGuard.Reject(CspAccess.Get, new string('x', 100_000))!.Words.Length, 200, 300);

    public static TheoryData<CspNode, string, bool> Values =>
        new()
        {
            { DeviceLockCsp.MinDevicePasswordLength, "0", true },
            { DeviceLockCsp.MinDevicePasswordLength, "4", true },
            { DeviceLockCsp.MinDevicePasswordLength, "16", true },
            { DeviceLockCsp.MinDevicePasswordLength, "3", false },
            { DeviceLockCsp.MinDevicePasswordLength, "17", false },
            { DeviceLockCsp.MinDevicePasswordLength, "-1", false },
            { DeviceLockCsp.MinDevicePasswordLength, "", false },
            { DeviceLockCsp.MinDevicePasswordLength, "4.0", false },
            { DeviceLockCsp.MinDevicePasswordLength, " 4", false },
            { DeviceLockCsp.MaxDevicePasswordFailedAttempts, "999", false },
            { DeviceLockCsp.MaxDevicePasswordFailedAttempts, "16", true },
            { EnterpriseDataProtectionCsp.EDPEnforcementLevel, "3", true },
            { EnterpriseDataProtectionCsp.EDPEnforcementLevel, "4", false },
            { EnterpriseDataProtectionCsp.DataRecoveryCertificate, "AAEC", true },
            { EnterpriseDataProtectionCsp.DataRecoveryCertificate, "not base64!", false },
            { EnterpriseDataProtectionCsp.RMSTemplateIDForEDP, "{7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d}", true },
            { EnterpriseDataProtectionCsp.RMSTemplateIDForEDP, "7b3f0c1e", false },
            { EnterpriseDataProtectionCsp.RMSTemplateIDForEDP, "7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d\n", false },
            { DMClientCsp.PollOnLogin, "true", true },
            { DMClientCsp.PollOnLogin, "1", false },
            { DMClientCsp.PollOnLogin, "True", false },
            { DMClientCsp.NumberOfFirstRetries, "0", true },
            { DMClientCsp.NumberOfFirstRetries, "-1", false },
            { DMClientCsp.NumberOfFirstRetries, "9999999999999999999999", false },
            { DMAccCsp.Role, "136", true },
            { DMAccCsp.Role, "1", false },
            { DMAccCsp.Role, "-4", false },
            { DMAccCsp.PortNumber, "65536", false },
            { AppLockerCsp.ExePolicy, "<RuleCollection/>", true },
            { AppLockerCsp.ExePolicy, "deny all", false },
            { VPNv2Csp.Device.TrafficFilters.LocalPortRanges, "80,443,5000-5100", true },
            { VPNv2Csp.Device.TrafficFilters.LocalPortRanges, "http", false },
            { VPNv2Csp.Device.AlwaysOnActive, "1", true },
            { VPNv2Csp.Device.AlwaysOnActive, "true", false },
            { ClientCertificateInstallCsp.User.Scep.HashAlgorithm, "SHA-1+SHA-2", true },
            { ClientCertificateInstallCsp.User.Scep.HashAlgorithm, "MD5", false },
            { ClientCertificateInstallCsp.User.Scep.CAThumbprint, "0123456789abcdef0123456789abcdef01234567", true },
            { ClientCertificateInstallCsp.User.Scep.CAThumbprint, "0123", false },
            // The value of a secret is validated where it is available.
            { WiFiCsp.Device.WlanXml, "{secret:1}", true },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void RejectValue_EnforcesRange(CspNode node, string value, bool isTaken) =>
        Assert.Equal(isTaken, CspGuard.RejectValue(node, node.Format, value) is null);

    [Fact]
    public void RejectValue_RejectsOtherFormat() =>
        Assert.Equal(CspRejectionKind.Format, CspGuard.RejectValue(DeviceLockCsp.MinDevicePasswordLength, CspFormat.Chr, "6")?.Kind);

    [Theory]
    [
        InlineData(19041, 1386, false),
        InlineData(19041, 1387, true),
        InlineData(19044, 1387, true),
        InlineData(19045, 1, false),
        InlineData(22000, 0, true),
        InlineData(26100, 1, true),
        InlineData(18363, 2000, false)
    ]
    public void IsIn_EvaluatesServicedBuilds(int build, int revision, bool isIn) =>
        Assert.Equal(isIn, DeviceStatusCsp.TpmManufacturerId.IsIn(new WindowsBuild(build, revision)));

    [Fact]
    public void SecretNodes_EqualSecretNodesOfCatalog()
    {
        Assert.Equal(19, CspCatalogue.All.Count(node => node.IsSecret));
        Assert.All(CspCatalogue.All, node => Assert.Equal((node.Uri, node.IsSecret), (node.Uri, SecretNodes.Hold(node.Uri))));
    }

    [Theory]
    [InlineData("./Vendor/MSFT/WiFi/Profile/a%2Fb/WlanXml"), InlineData("./Vendor/MSFT/WiFi%2FProfile%2Fa%2FWlanXml")]
    public void SecretNodes_MatchAnySpelling(string locUri) => Assert.True(SecretNodes.Hold(locUri));

    [Fact]
    public void ReadableNodes_ExcludeSecretPersonalAndLargeValues()
    {
        static string Fill(string uri) =>
            uri.Replace("{ProviderID}", "MamConsole", StringComparison.Ordinal)
                .Replace("{TenantId}", Guid.Empty.ToString("D"), StringComparison.Ordinal);

        var readable = CspCatalogue.All.Where(node => ReadableNodes.Contains(Fill(node.Uri), Fill)).ToArray();

        Assert.All(
            readable,
            node =>
                Assert.True(
                    node is { IsSecret: false, IsReserved: false, IsAvoided: false }
                        && node.Access.HasFlag(CspAccess.Get)
                        && node.Format != CspFormat.Node
                )
        );
        string[] personal =
        [
            "PhoneNumber",
            "IMSI",
            "ICCID",
            "IPAddressV4",
            "EstimatedRuntime",
            "Logs",
            "Certificate",
            "GetAttestReport",
            "WlanXml",
            "ProfileXML",
            "L2tpPsk",
            "PFXCertPassword",
            "Challenge",
            "ChannelURI",
        ];
        Assert.DoesNotContain(readable, node => personal.Contains(node.Uri.Split('/')[^1]));
        Assert.Equal(
            "./Vendor/MSFT/DeviceStatus/Firewall/Status",
            ReadableNodes.Find("./device/vendor/msft/devicestatus/firewall/status", Fill)
        );
        Assert.Null(ReadableNodes.Find("./Device/Vendor/MSFT/DMClient/Provider/Other/UPN", Fill));
        Assert.Null(ReadableNodes.Find("./Device/Vendor/MSFT/DMClient/Provider/{ProviderID}/UPN", Fill));
    }
}
