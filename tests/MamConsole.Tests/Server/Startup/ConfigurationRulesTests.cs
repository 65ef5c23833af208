using System.Runtime.CompilerServices;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Startup;
using Microsoft.Extensions.Configuration;

namespace MamConsole.Tests.Server.Startup;

public sealed class ConfigurationRulesTests
{
    private const string Id = "7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d";
    private const string OtherId = "2a9d2f60-6c1b-4f0e-8b8e-5d1c3a7e9f10";

    private static readonly Dictionary<string, string?> Right = new()
    {
        ["PublicUrl"] = "https://mam.contoso.example",
        ["AzureAd:Instance"] = "https://login.microsoftonline.com/",
        ["AzureAd:TenantId"] = Id,
        ["AzureAd:ClientId"] = OtherId,
        ["AzureAd:ClientSecret"] = "secret",
        ["Devices:ClientId"] = "c4e1b7d2-93f5-4a68-8f27-6b0e9d5a1c34",
        ["Devices:AppIdUri"] = "https://mam.contoso.example",
    };

    /// <summary>The setting, its value, and the key that the fault must name; a null value omits the setting.</summary>
    public static TheoryData<string, string?, string> BadSettings =>
        new()
        {
            { "PublicUrl", null, "PublicUrl" },
            { "PublicUrl", "", "PublicUrl" },
            { "PublicUrl", "mam.contoso.example", "PublicUrl" },
            { "PublicUrl", "http://mam.contoso.example", "PublicUrl" },
            { "PublicUrl", "https://mam.contoso.example/mam", "PublicUrl" },
            { "PublicUrl", "https://user@mam.contoso.example", "PublicUrl" },
            { "Storage:Provider", "MySql", "Storage:Provider" },
            { "Storage:Provider", "PostgreSql", "Storage:ConnectionString" },
            { "Storage:Provider", "PostgreSql", "DataProtection:KeyFolder" },
            { "Storage:ConnectionString", "Data Source=:memory:", "Storage:ConnectionString" },
            { "Storage:ConnectionString", "Host=db", "Storage:ConnectionString" },
            { "Storage:Conection", "Data Source=a.db", "Storage:Conection" },
            { "AzureAd:Instance", null, "AzureAd:Instance" },
            { "AzureAd:Instance", "http://login.contoso.example/", "AzureAd:Instance" },
            { "AzureAd:TenantId", null, "AzureAd:TenantId" },
            { "AzureAd:TenantId", "common", "AzureAd:TenantId" },
            { "AzureAd:TenantId", "contoso.onmicrosoft.com", "AzureAd:TenantId" },
            { "AzureAd:TenantId", "00000000-0000-0000-0000-000000000000", "AzureAd:TenantId" },
            { "AzureAd:ClientId", "console", "AzureAd:ClientId" },
            { "AzureAd:ClientSecret", null, "AzureAd:ClientSecret" },
            { "AzureAd:ClientSecrt", "x", "AzureAd:ClientSecrt" },
            { "Devices:ClientId", OtherId, "Devices:ClientId" },
            { "Devices:ClientId", null, "Devices:ClientId" },
            { "Devices:AppIdUri", null, "Devices:AppIdUri" },
            { "Devices:AppIdUri", "mam.contoso.example", "Devices:AppIdUri" },
            { "Devices:ProviderId", "Mam/Console", "Devices:ProviderId" },
            { "Devices:MaxPerUser", "0", "Devices:MaxPerUser" },
            { "Devices:MaxPerUser", "many", "Devices:MaxPerUser" },
            { "Devices:UnauthenticatedAnswer", "Http403", "Devices:UnauthenticatedAnswer" },
            { "Devices:RequireScope", "yes", "Devices:RequireScope" },
            { "Devices:Id", "x", "Devices:Id" },
            { "Limits:CallsPerDevicePerMinute", "-1", "Limits:CallsPerDevicePerMinute" },
            { "Limits:RefusalsPerAddressPerMinute", "many", "Limits:RefusalsPerAddressPerMinute" },
            { "Limits:ConcurrentDeviceCalls", "0", "Limits:ConcurrentDeviceCalls" },
            { "Limits:WaitingDeviceCalls", "10001", "Limits:WaitingDeviceCalls" },
            { "Limits:Calls", "1", "Limits:Calls" },
            { "Devices", "x", "Devices" },
            { "Graph:BaseUrl", "http://graph.contoso.example", "Graph:BaseUrl" },
            { "Approval:Mode", "Nobody", "Approval:Mode" },
            { "TermsOfUse:Enabled", "true", "TermsOfUse:Enabled" },
            { "Retention:Days", "30", "Retention:Days" },
            { "Rings:0", "x", "Rings:0" },
            { "DataProtection:CertificatePath", "/nowhere/keys.pfx", "DataProtection:CertificatePath" },
            { "DataProtection:Keys", "/tmp", "DataProtection:Keys" },
            { "ForwardedHeaders:KnownProxies:0", "proxy.contoso.example", "ForwardedHeaders:KnownProxies" },
            { "ForwardedHeaders:KnownProxies", "10.0.0.5", "ForwardedHeaders:KnownProxies" },
            { "Telemetry:OtlpEndpoint", "collector:4318", "Telemetry:OtlpEndpoint" },
            { "Telemetry:OtlpEndpoint", "https://user:secret@collector.contoso.example", "Telemetry:OtlpEndpoint" },
            { "Telemetry:MetricsPort", "65536", "Telemetry:MetricsPort" },
            { "Telemetry:Port", "9464", "Telemetry:Port" },
            { "OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4318", "OTEL_EXPORTER_OTLP_ENDPOINT" },
            { "Graph:VerifiedDomains:0", "-contoso.com", "Graph:VerifiedDomains" },
            { "FORWARDEDHEADERS_ENABLED", "true", "ASPNETCORE_FORWARDEDHEADERS_ENABLED" },
        };

    [Fact]
    public void Faults_AreEmptyForMinimalConfiguration() =>
        Assert.Empty(ConfigurationRules.Faults(Configuration(Right), development: false));

    [Theory]
    [MemberData(nameof(BadSettings))]
    public void Faults_NameBadSetting(string key, string? value, string named)
    {
        var settings = new Dictionary<string, string?>(Right) { [key] = value };

        Assert.Contains(ConfigurationRules.Faults(Configuration(settings), development: false), fault => fault.Key == named);
    }

    [Theory]
    [InlineData("AzureAd:ClientCertificates:0:SourceType", "Path")]
    [InlineData("AzureAd:ClientCapabilities:0", "cp1")]
    [InlineData("azuread:domain", "contoso.example")]
    [InlineData("DEVICES:PROVIDERID", "Other.Console-1")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "10.0.0.0/24")]
    [InlineData("ForwardedHeaders:KnownProxies:1", "::1")]
    [InlineData("Logging:LogLevel:Default", "Warning")]
    [InlineData("Anything", "else")]
    public void Faults_IgnoreKnownAndForeignSettings(string key, string value) =>
        Assert.Empty(ConfigurationRules.Faults(Configuration(new(Right) { [key] = value }), development: false));

    /// <summary>Administrators rely on these texts, so they change only on purpose.</summary>
    [Theory]
    [InlineData("PublicUrl", "x", "must be an address without a path: the server does not support a base path.")]
    [InlineData("Devices:MaxPerUser", "0", "must be a number from 1 to 100.")]
    [InlineData("Retention:AuditDays", "7", "must be 0, or a number from 365 to 36500.")]
    [InlineData("Devices:RequireScope", "yes", "must be true or false.")]
    [InlineData("Storage:Provider", "MySql", "must be one of Sqlite, PostgreSql.")]
    [InlineData("AzureAd:TenantId", "common", "must be a GUID of 36 characters, as shown by Entra.")]
    [InlineData("Graph:BaseUrl", "http://graph.contoso.example", "must be an https address without a query.")]
    public void Faults_NameWhatTheValueMustBe(string key, string value, string reason) =>
        Assert.Equal(
            reason,
            Assert
                .Single(
                    ConfigurationRules.Faults(Configuration(new(Right) { [key] = value }), development: true),
                    fault => fault.Key == key
                )
                .Reason
        );

    [Fact]
    public void Faults_IgnoreEmptyObjectsAndLists()
    {
        using var file = new MemoryStream(
            """{ "TermsOfUse": {}, "Rings": null, "ForwardedHeaders": { "KnownProxies": [] } }"""u8.ToArray()
        );
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Right).AddJsonStream(file).Build();

        Assert.Empty(ConfigurationRules.Faults(configuration, development: false));
    }

    [Fact]
    public void Faults_AcceptCertificateInsteadOfSecret()
    {
        var settings = new Dictionary<string, string?>(Right)
        {
            ["AzureAd:ClientSecret"] = null,
            ["AzureAd:ClientCertificates:0:SourceType"] = "Path",
        };

        Assert.Empty(ConfigurationRules.Faults(Configuration(settings), development: false));
    }

    [Fact]
    public void Faults_AllowHttpInDevelopment() =>
        Assert.Empty(ConfigurationRules.Faults(Configuration(new(Right) { ["PublicUrl"] = "http://localhost:5080" }), development: true));

    [Fact]
    public void Check_ReportsEveryFaultWithReasonAndExample()
    {
        var rejected = Assert.Throws<InvalidConfigurationException>(() =>
            ConfigurationRules.Check(Configuration(new(Right) { ["PublicUrl"] = null, ["Devices:MaxPerUser"] = "0" }), development: false)
        );

        Assert.Equal(["PublicUrl", "Devices:MaxPerUser"], rejected.Faults.Select(fault => fault.Key));
        Assert.Contains(
            "PublicUrl: is missing. It is the address at which devices and Entra reach this server. Example: PublicUrl = "
                + "https://mam.contoso.example",
            rejected.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Check_NamesRemedyWithoutTenant()
    {
        var rejected = Assert.Throws<InvalidConfigurationException>(() => ConfigurationRules.Check(Configuration([]), development: true));

        Assert.Equal("AzureAd", Assert.Single(rejected.Faults).Key);
        Assert.Contains("appsettings.sample.json", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NeverIncludesSecrets()
    {
        var settings = new Dictionary<string, string?>(Right)
        {
            ["AzureAd:ClientSecret"] = "hunter2hunter2",
            ["Storage:ConnectionString"] = "Password=hunter2hunter2",
            ["PublicUrl"] = null,
        };
        var rejected = Assert.Throws<InvalidConfigurationException>(() =>
            ConfigurationRules.Check(Configuration(settings), development: false)
        );

        Assert.DoesNotContain("hunter2", rejected.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_IsValidAndExplainsEverySetting()
    {
        var sample = new ConfigurationBuilder().AddJsonFile(SampleFile()).Build();
        Assert.Empty(ConfigurationRules.Faults(sample, development: false));

        var explained = sample.AsEnumerable().Where(entry => entry.Value is not null).Select(entry => entry.Key).ToHashSet();
        Assert.Empty(
            ConfigurationKeys.All.Where(key => !explained.Contains(key.IsList ? key.Name + ":0" : key.Name)).Select(key => key.Name)
        );

        var devices = DeviceApplication.From(sample);
        Assert.Equal(new DeviceApplication { ClientId = devices.ClientId, AppIdUri = devices.AppIdUri }, devices);
        Assert.Equal(new DeviceLimits(), DeviceLimits.From(sample));
        Assert.Equal(
            new EntraTenant(new Uri("https://login.microsoftonline.com/"), Guid.Parse(Id), Guid.Parse(OtherId)),
            EntraTenant.From(sample)
        );
    }

    private static IConfigurationRoot Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not null)).Build();

    private static string SampleFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../appsettings.sample.json"));
}
