using System.Collections.Frozen;
using Microsoft.Identity.Client;
using Microsoft.Identity.Web;

namespace MamConsole.Server.Startup;

/// <summary>
/// Every setting of the server's own sections (docs/reference/contract.md §2), once: the check of names and values at start, the sample
/// and the table of docs/configuration.md follow from it. A setting that is not here keeps the server from starting.
/// </summary>
internal static class ConfigurationKeys
{
    public static IReadOnlyList<ConfigurationKey> All { get; } =
    [
        new(
            "PublicUrl",
            "the address that devices and Entra call this server by",
            "https://mam.contoso.example",
            ConfigurationValues.Origin
        )
        {
            Required = true,
        },
        new("Storage:Provider", "the database", "Sqlite", ConfigurationValues.OneOf("Sqlite", "PostgreSql")) { Default = "Sqlite" },
        new("Storage:ConnectionString", "where the database is", "Data Source=/var/lib/mamconsole/mamconsole.db", ConfigurationValues.Text)
        {
            Default = "Data Source=data/mamconsole.db",
        },
        new("AzureAd:Instance", "the address of the sign-in service", "https://login.microsoftonline.com/", ConfigurationValues.Https)
        {
            Required = true,
        },
        new("AzureAd:TenantId", "the id of the tenant, its directory id", "7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d", ConfigurationValues.Id)
        {
            Required = true,
        },
        new("AzureAd:ClientId", "the application id of the console", "2a9d2f60-6c1b-4f0e-8b8e-5d1c3a7e9f10", ConfigurationValues.Id)
        {
            Required = true,
        },
        new("Devices:ClientId", "the application id of the MAM application", "c4e1b7d2-93f5-4a68-8f27-6b0e9d5a1c34", ConfigurationValues.Id)
        {
            Required = true,
        },
        new("Devices:AppIdUri", "the App ID URI of the MAM application", "https://mam.contoso.example", ConfigurationValues.AppIdUri)
        {
            Required = true,
        },
        new("Devices:ProviderId", "the name of this server on a device", "MamConsole", ConfigurationValues.ProviderName)
        {
            Default = "MamConsole",
        },
        new("Devices:MaxPerUser", "how many devices a person may enroll", "10", ConfigurationValues.Number(1, 100)) { Default = "10" },
        new(
            "Devices:UnauthenticatedAnswer",
            "the answer to a device without a token",
            "SyncMLStatus",
            ConfigurationValues.OneOf("SyncMLStatus", "Http401")
        )
        {
            Default = "SyncMLStatus",
        },
        new("Devices:RequireScope", "whether a device's token must carry mdm_delegation", "true", ConfigurationValues.Flag)
        {
            Default = "true",
        },
        new("Devices:UnenrollNode", "the node that makes a device leave", "Provider", ConfigurationValues.OneOf("Provider", "Root"))
        {
            Default = "Provider",
        },
        new("Devices:FaultStatus", "the HTTP status of a refused enrollment", "500", ConfigurationValues.OneOf("500", "200"))
        {
            Default = "500",
        },
        new(
            "Devices:EnrollmentType",
            "what becomes of an enrollment of another type than AppManagement",
            "Log",
            ConfigurationValues.OneOf("Log", "Enforce")
        )
        {
            Default = "Log",
        },
        new("Devices:Maintenance", "whether devices are asked to come back later", "false", ConfigurationValues.Flag) { Default = "false" },
        new("Devices:ProvisionPoll", "whether a device is given a schedule when it enrolls", "true", ConfigurationValues.Flag)
        {
            Default = "true",
        },
        new("Devices:ProvisionResourceId", "whether a device is told which token to bring", "true", ConfigurationValues.Flag)
        {
            Default = "true",
        },
        new("Devices:ProvisionUpn", "whether a device is told whose it is", "true", ConfigurationValues.Flag) { Default = "true" },
        new(
            "TermsOfUse:RedirectHosts",
            "the apps of Windows that the terms page may send people back to",
            "Microsoft.AAD.BrokerPlugin",
            ConfigurationValues.AppHost
        )
        {
            IsList = true,
            Default = "Microsoft.AAD.BrokerPlugin",
        },
        new("TermsOfUse:FrameAncestors", "who may frame the terms page", "ms-appx-web:", ConfigurationValues.FrameAncestor)
        {
            IsList = true,
            Default = "*, ms-appx-web:, ms-appx:",
        },
        new(
            "Limits:CallsPerDevicePerMinute",
            "how many messages of one device are answered in a minute",
            "120",
            ConfigurationValues.Number(0, 100_000)
        )
        {
            Default = "120",
        },
        new(
            "Limits:RefusalsPerAddressPerMinute",
            "how many refused calls one address may make in a minute",
            "300",
            ConfigurationValues.Number(0, 100_000)
        )
        {
            Default = "300",
        },
        new("Limits:ConcurrentDeviceCalls", "how many device calls are worked on at once", "256", ConfigurationValues.Number(1, 10_000))
        {
            Default = "256",
        },
        new("Limits:WaitingDeviceCalls", "how many device calls may wait for their turn", "256", ConfigurationValues.Number(0, 10_000))
        {
            Default = "256",
        },
        new(
            "Devices:TraceFolder",
            "a folder that every request and answer of devices is written to",
            "/var/lib/mamconsole/trace",
            ConfigurationValues.Text
        ),
        new("Retention:ConversationDays", "how many days sessions with devices are kept", "30", ConfigurationValues.Number(1, 3650))
        {
            Default = "30",
        },
        new("Retention:ConversationsPerDevice", "how many sessions are kept of each device", "50", ConfigurationValues.Number(5, 1000))
        {
            Default = "50",
        },
        new("Retention:RecordIdleSessions", "whether each session with nothing to do is kept in full", "false", ConfigurationValues.Flag)
        {
            Default = "false",
        },
        new(
            "Retention:EndedEnrollmentDays",
            "how many days ended enrollments are kept; 0 = for ever",
            "365",
            ConfigurationValues.NumberOrZero(90, 3650)
        )
        {
            Default = "365",
        },
        new("Retention:AuditDays", "how many days audit events are kept; 0 = for ever", "0", ConfigurationValues.NumberOrZero(365, 36500))
        {
            Default = "0",
        },
        new("Graph:BaseUrl", "the address of Microsoft Graph", "https://graph.microsoft.com", ConfigurationValues.Https)
        {
            Default = "https://graph.microsoft.com",
        },
        new("Graph:VerifiedDomains", "the verified domains of the tenant", "contoso.com", ConfigurationValues.Domain) { IsList = true },
        new("Approval:Mode", "how many people a publish needs", "FourEyes", ConfigurationValues.OneOf("FourEyes", "Solo"))
        {
            Default = "FourEyes",
        },
        new("DataProtection:KeyFolder", "where the keys of cookies are kept", "/var/lib/mamconsole/keys", ConfigurationValues.Text),
        new(
            "DataProtection:CertificatePath",
            "a PKCS #12 file that encrypts those keys",
            "/etc/mamconsole/keys.pfx",
            ConfigurationValues.Text
        ),
        new("DataProtection:CertificatePassword", "the password of that file", "(from a secret store)", ConfigurationValues.Text),
        new("ForwardedHeaders:KnownProxies", "the proxies whose X-Forwarded headers count", "10.0.0.5", ConfigurationValues.Proxy)
        {
            IsList = true,
        },
        new(
            "Telemetry:OtlpEndpoint",
            "the OpenTelemetry collector that traces, metrics and log records are sent to",
            "http://localhost:4318",
            ConfigurationValues.Collector
        ),
        new("Telemetry:MetricsPort", "a port that serves /metrics alone; 0 = none", "9464", ConfigurationValues.Number(0, 65_535))
        {
            Default = "0",
        },
    ];

    /// <summary>Sections that belong to the server, those without a setting in this version included.</summary>
    public static FrozenSet<string> Sections { get; } =
        All.Select(key => key.Section).Concat(["Rings"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The names that Microsoft.Identity.Web reads below <c>AzureAd</c>: taken from its types, so that they are those of the version in
    /// use.
    /// </summary>
    public static FrozenSet<string> IdentityWebNames { get; } =
        new[] { typeof(MicrosoftIdentityOptions), typeof(ConfidentialClientApplicationOptions) }
            .SelectMany(type => type.GetProperties())
            .Select(property => property.Name)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
