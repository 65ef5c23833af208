using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;
using MamConsole.Simulator;
using MamConsole.Simulator.Tree;
using static MamConsole.Tests.Simulator.TestDevices;

namespace MamConsole.Tests.Simulator.Tree;

public sealed class WindowsTreeTests
{
    /// <summary>The status of one command on a newly enrolled device.</summary>
    public static TheoryData<NodeVerb, string, string?, string?, int, string?> FreshDevice =>
        new()
        {
            // Leaves with a rule that have no node yet: Replace writes them without an Add, with and without the prefix of the device.
            { NodeVerb.Replace, Edp + "EDPEnforcementLevel", "int", "2", 200, null },
            { NodeVerb.Replace, "./Vendor/MSFT/EnterpriseDataProtection/Settings/EDPEnforcementLevel", "int", "0", 200, null },
            { NodeVerb.Add, Edp + "EDPEnforcementLevel", "int", "3", 200, null },
            { NodeVerb.Replace, Network + "EnterpriseCloudResources", "chr", "a.example|b.example", 200, null },
            { NodeVerb.Replace, Network + "EnterpriseCloudResources", null, "a.example", 200, null },
            {
                NodeVerb.Replace,
                Client + "ManagementServerToUpgradeTo",
                "chr",
                "https://mdm.contoso.example/EnrollmentServer/Discovery.svc",
                200,
                null
            },
            { NodeVerb.Replace, Client + "Poll/NumberOfFirstRetries", "int", "5", 200, null },
            // Values that are out of range, and values of the wrong format.
            { NodeVerb.Replace, Edp + "EDPEnforcementLevel", "int", "4", 500, "0x80070057" },
            { NodeVerb.Replace, Edp + "EDPEnforcementLevel", "int", "-1", 500, "0x80070057" },
            { NodeVerb.Replace, Edp + "EDPEnforcementLevel", "int", "two", 500, "0x8007000D" },
            { NodeVerb.Replace, Edp + "EDPEnforcementLevel", "int", " 2", 500, "0x8007000D" },
            { NodeVerb.Replace, Edp + "EDPEnforcementLevel", "int", "", 500, "0x8007000D" },
            { NodeVerb.Replace, Edp + "EDPEnforcementLevel", "chr", "2", 415, "0x8007000D" },
            { NodeVerb.Replace, Edp + "EDPEnforcementLevel", null, "2", 415, "0x8007000D" },
            { NodeVerb.Replace, Locking + "MinDevicePasswordLength", "int", "3", 500, "0x80070057" },
            { NodeVerb.Replace, Locking + "MinDevicePasswordLength", "int", "16", 200, null },
            { NodeVerb.Replace, Locking + "MaxDevicePasswordFailedAttempts", "int", "30", 500, "0x80070057" },
            { NodeVerb.Replace, Locking + "MaxInactivityTimeDeviceLock", "int", "1000", 500, "0x80070057" },
            { NodeVerb.Replace, Edp + "EnterpriseProtectedDomainNames", "chr", "northwind.example|bücher.example", 200, null },
            { NodeVerb.Replace, Edp + "EnterpriseProtectedDomainNames", "chr", "Northwind.example", 500, "0x80070057" },
            { NodeVerb.Replace, Edp + "EnterpriseProtectedDomainNames", "chr", "xn--bcher-kva.example", 500, "0x80070057" },
            { NodeVerb.Replace, Edp + "EnterpriseProtectedDomainNames", "chr", "northwind.example||b.example", 500, "0x80070057" },
            { NodeVerb.Replace, Edp + "RMSTemplateIDForEDP", "chr", "Confidential", 500, "0x80070057" },
            { NodeVerb.Replace, Edp + "RMSTemplateIDForEDP", "chr", "{7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d}", 200, null },
            { NodeVerb.Replace, Edp + "DataRecoveryCertificate", "b64", "MIIC", 500, "0x8007000D" },
            { NodeVerb.Replace, Edp + "DataRecoveryCertificate", "b64", "no base64!", 500, "0x8007000D" },
            { NodeVerb.Replace, Client + "SyncApplicationVersion", "chr", "6.0", 500, "0x80070057" },
            // Missing parents: an Add creates them, a Replace does not.
            { NodeVerb.Replace, Grouping + "/EXE/Policy", "chr", "", 404, "0x86000002" },
            { NodeVerb.Add, Grouping, "node", null, 200, null },
            { NodeVerb.Add, Grouping, "chr", null, 415, "0x8007000D" },
            { NodeVerb.Replace, Hello + "/Policies/UsePassportForWork", "bool", "true", 404, "0x86000002" },
            { NodeVerb.Add, Hello + "/Policies/UsePassportForWork", "bool", "true", 200, null },
            { NodeVerb.Add, Hello + "/Policies/UsePassportForWork", "bool", "1", 500, "0x8007000D" },
            {
                NodeVerb.Add,
                "./Device/Vendor/MSFT/PassportForWork/{7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d}/Policies/UsePassportForWork",
                "bool",
                "true",
                500,
                "0x80070057"
            },
            { NodeVerb.Replace, "./Device/Vendor/MSFT/DMClient/Provider/Other/ManagementServerToUpgradeTo", "chr", "x", 404, "0x86000002" },
            { NodeVerb.Add, "./Device/Vendor/MSFT/DMClient/Provider/Other/ManagementServerToUpgradeTo", "chr", "x", 404, "0x86000002" },
            { NodeVerb.Add, "./Device/Vendor/MSFT/DMClient/Provider/Other", "node", null, 405, "0x80070032" },
            // Commands that the node does not allow.
            { NodeVerb.Replace, Status, "int", "1", 405, "0x80070032" },
            { NodeVerb.Delete, "./Device/Vendor/MSFT/EnterpriseDataProtection/Settings", null, null, 405, "0x80070032" },
            { NodeVerb.Add, "./Device/Vendor/MSFT/EnterpriseDataProtection/Settings", "node", null, 418, "0x800700B7" },
            { NodeVerb.Replace, "./Device/Vendor/MSFT/Policy/Result/DeviceLock/DevicePasswordEnabled", "int", "0", 405, "0x80070032" },
            { NodeVerb.Exec, Edp + "EDPEnforcementLevel", null, null, 405, "0x80070032" },
            { NodeVerb.Exec, "./Vendor/MSFT/HealthAttestation/VerifyHealth", null, null, 202, null },
            { NodeVerb.Get, "./Vendor/MSFT/HealthAttestation/VerifyHealth", null, null, 405, "0x80070032" },
            // Missing nodes.
            { NodeVerb.Get, Edp + "EDPEnforcementLevel", null, null, 404, "0x86000002" },
            { NodeVerb.Delete, Edp + "EDPEnforcementLevel", null, null, 404, "0x86000002" },
            { NodeVerb.Delete, Grouping, null, null, 404, "0x86000002" },
            { NodeVerb.Get, Grouping, null, null, 404, "0x86000002" },
            { NodeVerb.Get, "./Device/Vendor/MSFT/Policy/Result/DeviceLock/DevicePasswordEnabled", null, null, 404, "0x86000002" },
            { NodeVerb.Replace, Edp + "edpenforcementlevel", "int", "1", 404, "0x86000002" },
            { NodeVerb.Replace, "./Device/Vendor/MSFT/Policy/Config/Update/AllowAutoUpdate", "int", "1", 404, "0x86000002" },
            { NodeVerb.Get, "./DevDetail/SwV", null, null, 404, "0x86000002" },
            { NodeVerb.Get, "./ DevDetail/HwV", null, null, 404, "0x86000002" },
            // Invalid addresses.
            { NodeVerb.Get, "/Vendor/MSFT", null, null, 400, "0x80070057" },
            { NodeVerb.Get, "./Vendor//MSFT", null, null, 400, "0x80070057" },
            { NodeVerb.Get, "Vendor/MSFT", null, null, 400, "0x80070057" },
        };

    [Theory]
    [MemberData(nameof(FreshDevice))]
    public void Execute_OnNewTreeReturnsExpectedStatus(NodeVerb verb, string uri, string? format, string? data, int code, string? error)
    {
        var tree = NewTree();
        var answer = tree.Do(verb, uri, data, format);

        Assert.Equal((code, error), (answer.Code.Value, answer.OriginalError));
        Assert.Equal(answer.Code.Value == 200 && verb != NodeVerb.Get, !ReferenceEquals(tree, answer.Tree));
    }

    [Theory]
    [InlineData("./DevInfo/Man", null, "Halden Computing")]
    [InlineData("./Vendor/MSFT/DeviceStatus/OS/Edition", null, "48")]
    [InlineData("./Device/Vendor/MSFT/DeviceStatus/SecureBootState", "int", "1")]
    [InlineData("./Device/Vendor/MSFT/DMClient/Provider/MamConsole/EnrollmentType", null, "AppManagement")]
    [InlineData("./Device/Vendor/MSFT/DMClient/Provider/MamConsole/SyncApplicationVersion", null, "1.0")]
    [InlineData("./Device/Vendor/MSFT/DMClient/Provider/MamConsole/Poll/IntervalForFirstSetOfRetries", "int", "15")]
    [InlineData("./Device/Vendor/MSFT/EnterpriseDataProtection/Status", "int", "0")]
    [InlineData("./Vendor/MSFT/AppLocker", "node", "ApplicationLaunchRestrictions/EnterpriseDataProtection")]
    [InlineData("./Device/Vendor/MSFT/DMClient/Provider", "node", "MamConsole")]
    public void Get_ReturnsValuesOfWindows(string uri, string? format, string value)
    {
        var found = NewTree().Do(NodeVerb.Get, uri).Found;
        Assert.Equal((uri, format, value), (found?.Source, found?.Format, found?.Data));
    }

    [Fact]
    public void Add_CreatesNodesUntilGroupingIsDeleted()
    {
        var added = NewTree().With((NodeVerb.Add, Grouping + "/EXE/Policy", "chr", Collection()));

        Assert.Equal("EXE", added.Do(NodeVerb.Get, Grouping).Found?.Data);
        Assert.Equal(418, added.Do(NodeVerb.Add, Grouping + "/EXE/Policy", Collection(), "chr").Code.Value);
        Assert.Equal(418, added.Do(NodeVerb.Add, Grouping, null, "node").Code.Value);
        Assert.Equal(405, added.Do(NodeVerb.Replace, Grouping, null, "node").Code.Value);

        var replaced = added.With((NodeVerb.Replace, Grouping + "/EXE/Policy", "chr", Collection(binary: "*")));
        Assert.Equal(Collection(binary: "*"), replaced.Read(Grouping + "/EXE/Policy"));

        var deleted = replaced.With((NodeVerb.Delete, Grouping, null, null));
        Assert.Equal(404, deleted.Do(NodeVerb.Get, Grouping + "/EXE/Policy").Code.Value);
        Assert.Equal(NewTree().Values, deleted.Values);
    }

    [Fact]
    public void Replace_RejectsRuleCollectionOfOtherType()
    {
        var answer = NewTree().Do(NodeVerb.Add, Grouping + "/StoreApps/Policy", Collection(), "chr");
        Assert.Equal((500, "0x8007000D"), (answer.Code.Value, answer.OriginalError));
    }

    [Theory]
    [InlineData(22631, "2", 11)]
    [InlineData(26100, "2", 10)]
    [InlineData(22631, "0", 10)]
    public void Status_ReportsProtection(int build, string mode, int status)
    {
        var tree = NewTree(Profile with { Build = build })
            .With(
                (NodeVerb.Add, Grouping + "/EXE/Policy", "chr", Collection()),
                (NodeVerb.Replace, Edp + "EnterpriseProtectedDomainNames", "chr", "northwind.example"),
                (NodeVerb.Replace, Edp + "EDPEnforcementLevel", "int", mode)
            );

        Assert.Equal(status.ToString(System.Globalization.CultureInfo.InvariantCulture), tree.Read(Status));
        Assert.Equal(
            "2",
            (tree with { CountsFiveMandatorySettings = true }).With((NodeVerb.Delete, Edp + "EDPEnforcementLevel", null, null)).Read(Status)
        );
    }

    [Fact]
    public void PolicyResult_PrefersGroupPolicy()
    {
        var written = NewTree().With((NodeVerb.Replace, Network + "NeutralResources", "chr", "login.example"));
        var result = Network.Replace("/Config/", "/Result/", StringComparison.Ordinal) + "NeutralResources";
        Assert.Equal("login.example", written.Read(result));

        var overridden = written with { GroupPolicy = written.GroupPolicy.Add("NetworkIsolation/NeutralResources", "other.example") };
        Assert.Equal(("other.example", "login.example"), (overridden.Read(result), overridden.Read(Network + "NeutralResources")));
    }

    [Fact]
    public void UserNodes_RequireSignedInUser()
    {
        const string Node = "./User/Vendor/MSFT/PassportForWork/7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d/Policies/UsePassportForWork";
        Assert.Equal(405, (NewTree() with { UserSignedIn = false }).Do(NodeVerb.Add, Node, "true", "bool").Code.Value);

        var tree = NewTree().With((NodeVerb.Add, Node, "bool", "true"));
        Assert.Null(tree.Read(Hello + "/Policies/UsePassportForWork"));
    }

    [Fact]
    public void Rejections_ReturnConfiguredStatus()
    {
        var tree = NewTree() with
        {
            Rejections = [new NodeRejection("./Device/Vendor/MSFT/Policy/Config/DeviceLock/*", StatusCode.Failed, "0x80070005")],
        };

        var rejected = tree.Do(NodeVerb.Replace, Locking + "DevicePasswordEnabled", "0", "int");
        Assert.Equal((500, "0x80070005"), (rejected.Code.Value, rejected.OriginalError));
        Assert.Equal(200, tree.Do(NodeVerb.Replace, Edp + "EDPEnforcementLevel", "1", "int").Code.Value);
    }

    [Fact]
    public void Nodes_DependOnBuildAndEdition()
    {
        Assert.Equal(
            404,
            NewTree(Profile with { Build = 15063 })
                .Do(NodeVerb.Replace, Client + "NumberOfDaysAfterLostContactToUnenroll", "30", "int")
                .Code.Value
        );

        var home = NewTree(Profile with { Edition = WindowsEdition.Home });
        Assert.Equal(200, home.Do(NodeVerb.Replace, Network + "NeutralResources", "a.example").Code.Value);
        Assert.Equal(
            404,
            (home with { NetworkIsolationOnHome = false }).Do(NodeVerb.Replace, Network + "NeutralResources", "a.example").Code.Value
        );
    }

    [Fact]
    public void BlockedProvider_ReturnsConfiguredStatus()
    {
        var tree = NewTree() with { BlockedProvider = StatusCode.PermissionDenied };
        Assert.Equal(425, tree.Do(NodeVerb.Get, "./Vendor/MSFT/BitLocker/Status").Code.Value);
        Assert.Equal(404, tree.Do(NodeVerb.Get, "./Vendor/MSFT/DeviceStatus/Nothing").Code.Value);
    }

    [Fact]
    public void SyncApplicationVersion_NeverReturnsToOne()
    {
        var tree = NewTree().With((NodeVerb.Replace, Client + "SyncApplicationVersion", "chr", "4.0"));
        Assert.Equal(500, tree.Do(NodeVerb.Replace, Client + "SyncApplicationVersion", "1.0").Code.Value);
    }

    [Theory]
    [InlineData("./Device/Vendor/MSFT/DMClient/Provider/MamConsole/Unenroll")]
    [InlineData("./Vendor/MSFT/DMClient/Unenroll")]
    public void Unenroll_EndsSession(string uri) => Assert.True(NewTree().Do(NodeVerb.Exec, uri, "MamConsole", "chr").EndsSession);

    [Fact]
    public void NodeRules_EqualFormatsOfCatalog()
    {
        using var catalogue = System.Text.Json.JsonDocument.Parse(File.ReadAllText(ReferenceDocuments.Path("csp-catalog.json")));
        var known = catalogue
            .RootElement.EnumerateArray()
            .Select(node =>
                (
                    Uri: node.GetProperty("uri").GetString()!.Replace("./Device/", "./", StringComparison.Ordinal),
                    Format: node.GetProperty("format").GetString()
                )
            )
            .ToLookup(node => node.Uri, node => node.Format);

        var described = NodeIndexProbe.Rules().ToList();
        Assert.True(described.Count > 120);
        Assert.All(described, rule => Assert.Contains(rule.Format.WireName(), known[rule.Pattern]));
    }
}
