using MamConsole.Server.Telemetry;
using Microsoft.Data.Sqlite;

namespace MamConsole.Server.Startup;

/// <summary>
/// Validates the configuration as a whole; the server does not start with an invalid configuration (docs/reference/contract.md §1 and §2).
/// All errors are reported together.
/// </summary>
internal static class ConfigurationRules
{
    /// <exception cref="InvalidConfigurationException">The configuration is invalid; contains every error.</exception>
    public static void Check(IConfiguration configuration, bool development)
    {
        if (Faults(configuration, development) is { Count: > 0 } faults)
        {
            throw new InvalidConfigurationException(faults);
        }
    }

    public static IReadOnlyList<ConfigurationFault> Faults(IConfiguration configuration, bool development)
    {
        if (!configuration.GetSection("AzureAd").Exists())
        {
            return
            [
                new(
                    "AzureAd",
                    "is not configured, and this version has no guided setup yet. Register the console in Microsoft Entra, copy "
                        + "appsettings.sample.json to appsettings.json and enter the tenant, "
                        + "the console's application with its secret and the MAM application.",
                    null
                ),
            ];
        }

        return [.. Unknown(configuration), .. Values(configuration), .. Contradictions(configuration, development)];
    }

    private static IEnumerable<ConfigurationFault> Unknown(IConfiguration configuration) =>
        from section in configuration.GetChildren()
        where ConfigurationKeys.Sections.Contains(section.Key)
        from leaf in Valued(section)
        where !IsKnown(leaf.Path, leaf.Value!)
        select new ConfigurationFault(leaf.Path, "is not a setting of this version. Remove it, or correct its name.", null);

    /// <summary>All keys of the section that have a value; an empty object in a file has none and is ignored.</summary>
    private static IEnumerable<IConfigurationSection> Valued(IConfigurationSection section) =>
        section.GetChildren().SelectMany(Valued).Concat(section.Value is null ? [] : [section]);

    private static bool IsKnown(string path, string value)
    {
        var names = path.Split(':');
        if (names.Length > 1 && names[0].Equals("AzureAd", StringComparison.OrdinalIgnoreCase))
        {
            return ConfigurationKeys.IdentityWebNames.Contains(names[1]);
        }

        // An empty list in a file is read as an empty text under the list's own name.
        return ConfigurationKeys.All.Any(key =>
            key.IsList
                ? (
                    names.Length == 3
                    && path.StartsWith(key.Name + ":", StringComparison.OrdinalIgnoreCase)
                    && names[2].All(char.IsAsciiDigit)
                ) || (value.Length == 0 && key.Name.Equals(path, StringComparison.OrdinalIgnoreCase))
                : key.Name.Equals(path, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static IEnumerable<ConfigurationFault> Values(IConfiguration configuration)
    {
        foreach (var key in ConfigurationKeys.All)
        {
            var values = key.IsList
                ? configuration.GetSection(key.Name).GetChildren().Select(item => item.Value).ToArray()
                : [configuration[key.Name]];
            foreach (var value in values)
            {
                if (!string.IsNullOrWhiteSpace(value) && key.Value.Fault(value) is { } fault)
                {
                    yield return new ConfigurationFault(key.Name, fault, key.Example);
                }
                else if (string.IsNullOrWhiteSpace(value) && key.Required)
                {
                    yield return new ConfigurationFault(key.Name, $"is missing. It is {key.Meaning}.", key.Example);
                }
            }
        }
    }

    private static IEnumerable<ConfigurationFault> Contradictions(IConfiguration configuration, bool development)
    {
        if (
            Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var publicUrl)
            && publicUrl.Scheme != Uri.UriSchemeHttps
            && !development
        )
        {
            yield return new("PublicUrl", "must be https: devices and browsers send their tokens to it.", "https://mam.contoso.example");
        }

        if (
            configuration["AzureAd:ClientId"] is { Length: > 0 } console
            && console.Equals(configuration["Devices:ClientId"], StringComparison.OrdinalIgnoreCase)
        )
        {
            yield return new(
                "Devices:ClientId",
                "is the same as AzureAd:ClientId. The console and the MAM application must be two applications: a device token must "
                    + "never give access to the API.",
                "c4e1b7d2-93f5-4a68-8f27-6b0e9d5a1c34"
            );
        }

        if (
            string.IsNullOrWhiteSpace(configuration["AzureAd:ClientSecret"])
            && !configuration.GetSection("AzureAd:ClientCertificates").GetChildren().Any()
            && !configuration.GetSection("AzureAd:ClientCredentials").GetChildren().Any()
        )
        {
            yield return new(
                "AzureAd:ClientSecret",
                "is missing, and so is AzureAd:ClientCertificates. The console requires one of them to authenticate to Microsoft Entra.",
                "(from a secret store, never in a tracked file)"
            );
        }

        foreach (var fault in Storage(configuration))
        {
            yield return fault;
        }

        if (configuration.GetValue<bool>("FORWARDEDHEADERS_ENABLED"))
        {
            yield return new(
                "ASPNETCORE_FORWARDEDHEADERS_ENABLED",
                "trusts the X-Forwarded headers of every sender. Remove it and enter the proxies in ForwardedHeaders:KnownProxies.",
                null
            );
        }

        if (
            configuration[TelemetryOptions.StandardEndpoint] is { Length: > 0 } collector
            && ConfigurationValues.Collector.Fault(collector) is { } collectorFault
        )
        {
            yield return new(TelemetryOptions.StandardEndpoint, collectorFault, "http://localhost:4318");
        }

        if (configuration["DataProtection:CertificatePath"] is { Length: > 0 } certificate && !File.Exists(certificate))
        {
            yield return new("DataProtection:CertificatePath", "is the path of a file that does not exist.", "/etc/mamconsole/keys.pfx");
        }
    }

    private static IEnumerable<ConfigurationFault> Storage(IConfiguration configuration)
    {
        var connection = configuration["Storage:ConnectionString"];
        if ("PostgreSql".Equals(configuration["Storage:Provider"], StringComparison.OrdinalIgnoreCase))
        {
            if (string.IsNullOrWhiteSpace(connection))
            {
                yield return new(
                    "Storage:ConnectionString",
                    "is missing. PostgreSql has no default connection string.",
                    "Host=db.contoso.example;Database=mamconsole;Username=mamconsole"
                );
            }

            if (string.IsNullOrWhiteSpace(configuration["DataProtection:KeyFolder"]))
            {
                yield return new(
                    "DataProtection:KeyFolder",
                    "is missing. PostgreSql has no database file beside which the keys could be stored; all nodes of one console share the "
                        + "folder.",
                    "/var/lib/mamconsole/keys"
                );
            }
        }
        else if (!string.IsNullOrWhiteSpace(connection) && SqliteFault(connection) is { } fault)
        {
            yield return new("Storage:ConnectionString", fault, "Data Source=/var/lib/mamconsole/mamconsole.db");
        }
    }

    private static string? SqliteFault(string connection)
    {
        try
        {
            var settings = new SqliteConnectionStringBuilder(connection);
            return settings.DataSource.Length == 0 || settings.DataSource == ":memory:" || settings.Mode == SqliteOpenMode.Memory
                ? "must be the path of a file: an in-memory database is lost when the process ends."
                : null;
        }
        catch (ArgumentException)
        {
            return "is not a connection string of SQLite.";
        }
    }
}
