using System.Collections.Frozen;
using Microsoft.Identity.Client;
using Microsoft.Identity.Web;

namespace MamConsole.Server.Startup;

/// <summary>
/// Every setting of the server's own sections (docs/reference/contract.md §2). The validation of names and values at start, the sample file
/// and the table of docs/configuration.md are derived from this list. A setting that is not in the list prevents the server from starting.
/// </summary>
internal static class ConfigurationKeys
{
    public static IReadOnlyList<ConfigurationKey> All { get; } =
    [
        new(
            "PublicUrl",
            "the address at which devices and Entra reach this server",
            "https://mam.contoso.example",
            ConfigurationValues.Origin
        )
        {
            Required = true,
        },
        new("Storage:Provider", "the database system", "Sqlite", ConfigurationValues.OneOf("Sqlite", "PostgreSql")) { Default = "Sqlite" },
        new(
            "Storage:ConnectionString",
            "the connection string of the database",
            "Data Source=/var/lib/mamconsole/mamconsole.db",
            ConfigurationValues.Text
        )
        {
            Default = "Data Source=data/mamconsole.db",
        },
        new("AzureAd:Instance", "the address of the sign-in service", "https://login.microsoftonline.com/", ConfigurationValues.Https)
        {
            Required = true,
        },
        new("AzureAd:TenantId", "the directory (tenant) ID", "7b3f0c1e-4a55-4f43-9b7a-0d6b5c1f2e3d", ConfigurationValues.Id)
        {
            Required = true,
        },
        new(
            "AzureAd:ClientId",
            "the application (client) ID of the console",
            "2a9d2f60-6c1b-4f0e-8b8e-5d1c3a7e9f10",
            ConfigurationValues.Id
        )
        {
            Required = true,
        },
        new(
            "Devices:ClientId",
            "the application (client) ID of the MAM application",
            "c4e1b7d2-93f5-4a68-8f27-6b0e9d5a1c34",
            ConfigurationValues.Id
        )
        {
            Required = true,
        },
        new("Devices:AppIdUri", "the App ID URI of the MAM application", "https://mam.contoso.example", ConfigurationValues.AppIdUri)
        {
            Required = true,
        },
        new("Devices:ProviderId", "the name of this server in a device's management tree", "MamConsole", ConfigurationValues.ProviderName)
        {
            Default = "MamConsole",
        },
        new("Devices:MaxPerUser", "the maximum number of devices that a person may enroll", "10", ConfigurationValues.Number(1, 100))
        {
            Default = "10",
        },
        new(
            "Devices:UnauthenticatedAnswer",
            "the response to a sync message without a token",
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
        new(
            "Devices:UnenrollNode",
            "the node that is sent to a device to unenroll it",
            "Provider",
            ConfigurationValues.OneOf("Provider", "Root")
        )
        {
            Default = "Provider",
        },
        new("Devices:FaultStatus", "the HTTP status of a rejected enrollment", "500", ConfigurationValues.OneOf("500", "200"))
        {
            Default = "500",
        },
        new(
            "Devices:EnrollmentType",
            "how an enrollment of another type than AppManagement is handled",
            "Log",
            ConfigurationValues.OneOf("Log", "Enforce")
        )
        {
            Default = "Log",
        },
        new("Devices:Maintenance", "whether device requests are answered with 503 during maintenance", "false", ConfigurationValues.Flag)
        {
            Default = "false",
        },
        new("Devices:ProvisionPoll", "whether a device receives a check-in schedule when it enrolls", "true", ConfigurationValues.Flag)
        {
            Default = "true",
        },
        new(
            "Devices:ProvisionResourceId",
            "whether a device receives the audience of its session tokens when it enrolls",
            "true",
            ConfigurationValues.Flag
        )
        {
            Default = "true",
        },
        new("Devices:ProvisionUpn", "whether a device receives the user's UPN when it enrolls", "true", ConfigurationValues.Flag)
        {
            Default = "true",
        },
        new(
            "TermsOfUse:RedirectHosts",
            "the Windows apps to which the terms page may redirect",
            "Microsoft.AAD.BrokerPlugin",
            ConfigurationValues.AppHost
        )
        {
            IsList = true,
            Default = "Microsoft.AAD.BrokerPlugin",
        },
        new(
            "TermsOfUse:FrameAncestors",
            "the sources that may embed the terms page in a frame",
            "ms-appx-web:",
            ConfigurationValues.FrameAncestor
        )
        {
            IsList = true,
            Default = "*, ms-appx-web:, ms-appx:",
        },
        new(
            "Limits:CallsPerDevicePerMinute",
            "how many messages of one device are accepted per minute",
            "120",
            ConfigurationValues.Number(0, 100_000)
        )
        {
            Default = "120",
        },
        new(
            "Limits:RefusalsPerAddressPerMinute",
            "how many requests from one address may be rejected per minute",
            "300",
            ConfigurationValues.Number(0, 100_000)
        )
        {
            Default = "300",
        },
        new(
            "Limits:ConcurrentDeviceCalls",
            "how many device requests are processed concurrently",
            "256",
            ConfigurationValues.Number(1, 10_000)
        )
        {
            Default = "256",
        },
        new("Limits:WaitingDeviceCalls", "how many device requests may be queued", "256", ConfigurationValues.Number(0, 10_000))
        {
            Default = "256",
        },
        new(
            "Devices:TraceFolder",
            "the folder to which every device request and its response are written",
            "/var/lib/mamconsole/trace",
            ConfigurationValues.Text
        ),
        new("Retention:ConversationDays", "how many days sessions are retained", "30", ConfigurationValues.Number(1, 3650))
        {
            Default = "30",
        },
        new("Retention:ConversationsPerDevice", "how many sessions are retained for each device", "50", ConfigurationValues.Number(5, 1000))
        {
            Default = "50",
        },
        new("Retention:RecordIdleSessions", "whether every session without changes is retained in full", "false", ConfigurationValues.Flag)
        {
            Default = "false",
        },
        new(
            "Retention:EndedEnrollmentDays",
            "how many days ended enrollments are retained; 0 = unlimited",
            "365",
            ConfigurationValues.NumberOrZero(90, 3650)
        )
        {
            Default = "365",
        },
        new(
            "Retention:AuditDays",
            "how many days audit events are retained; 0 = unlimited",
            "0",
            ConfigurationValues.NumberOrZero(365, 36500)
        )
        {
            Default = "0",
        },
        new("Graph:BaseUrl", "the address of Microsoft Graph", "https://graph.microsoft.com", ConfigurationValues.Https)
        {
            Default = "https://graph.microsoft.com",
        },
        new("Graph:VerifiedDomains", "the verified domains of the tenant", "contoso.com", ConfigurationValues.Domain) { IsList = true },
        new("Approval:Mode", "how many people are required to publish", "FourEyes", ConfigurationValues.OneOf("FourEyes", "Solo"))
        {
            Default = "FourEyes",
        },
        new(
            "DataProtection:KeyFolder",
            "the folder of the keys that protect cookies",
            "/var/lib/mamconsole/keys",
            ConfigurationValues.Text
        ),
        new(
            "DataProtection:CertificatePath",
            "a PKCS #12 file that encrypts those keys",
            "/etc/mamconsole/keys.pfx",
            ConfigurationValues.Text
        ),
        new("DataProtection:CertificatePassword", "the password of that file", "(from a secret store)", ConfigurationValues.Text),
        new("ForwardedHeaders:KnownProxies", "the proxies whose X-Forwarded headers are trusted", "10.0.0.5", ConfigurationValues.Proxy)
        {
            IsList = true,
        },
        new(
            "Telemetry:OtlpEndpoint",
            "the OpenTelemetry collector to which traces, metrics and log records are sent",
            "http://localhost:4318",
            ConfigurationValues.Collector
        ),
        new("Telemetry:MetricsPort", "the port that serves only /metrics; 0 = none", "9464", ConfigurationValues.Number(0, 65_535))
        {
            Default = "0",
        },
    ];

    /// <summary>The sections of the server, including those without a setting in this version.</summary>
    public static FrozenSet<string> Sections { get; } =
        All.Select(key => key.Section).Concat(["Rings"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The names that Microsoft.Identity.Web reads below <c>AzureAd</c>, read from its types, so that they match the version in use.
    /// </summary>
    public static FrozenSet<string> IdentityWebNames { get; } =
        new[] { typeof(MicrosoftIdentityOptions), typeof(ConfidentialClientApplicationOptions) }
            .SelectMany(type => type.GetProperties())
            .Select(property => property.Name)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
