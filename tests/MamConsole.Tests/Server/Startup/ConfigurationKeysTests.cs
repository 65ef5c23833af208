using System.Globalization;
using System.Reflection;
using MamConsole.Server.Access.Tokens;
using MamConsole.Server.DeviceRequests;
using MamConsole.Server.Enrollment;
using MamConsole.Server.Fleet;
using MamConsole.Server.Startup;
using MamConsole.Server.Storage;
using MamConsole.Server.Telemetry;
using MamConsole.Server.TermsOfUse;
using Microsoft.Extensions.Configuration;

namespace MamConsole.Tests.Server.Startup;

/// <summary>Tests the list of settings against the records of the modules and the configuration document.</summary>
public sealed class ConfigurationKeysTests
{
    /// <summary>Each record that a section is read into.</summary>
    private static readonly (string Section, object Defaults)[] Records =
    [
        ("Storage", new StorageOptions()),
        ("Devices", new DeviceApplication { ClientId = Guid.Empty, AppIdUri = "" }),
        ("Devices", new EnrollmentOptions()),
        ("TermsOfUse", new TermsOptions()),
        ("Limits", new DeviceLimits()),
        ("Retention", new RetentionOptions()),
        ("Telemetry", new TelemetryOptions()),
    ];

    [Fact]
    public void EachPropertyOfARecord_IsInTheListWithItsDefault() =>
        Assert.All(
            Records.SelectMany(record => PropertiesOf(record.Defaults).Select(p => (Name: $"{record.Section}:{p.Name}", p.Default))),
            property =>
            {
                var key = Assert.Single(ConfigurationKeys.All, key => key.Name == property.Name);
                Assert.Equal(key.Required ? null : key.Default, key.Required ? null : property.Default);
            }
        );

    [Fact]
    public void EachDefaultAndExample_IsAllowed() =>
        Assert.All(
            ConfigurationKeys.All,
            key =>
            {
                string[] values = [key.Example, .. key.IsList ? key.Default?.Split(", ") ?? [] : [key.Default ?? key.Example]];
                Assert.All(values, value => Assert.Null(key.Value.Fault(value)));
            }
        );

    [Fact]
    public void Names_AreUnique() =>
        Assert.Equal(
            ConfigurationKeys.All.Count,
            ConfigurationKeys.All.Select(key => key.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count()
        );

    [Fact]
    public void Document_ShowsEverySetting()
    {
        const string Document = "docs/configuration.md";
        var text = CheckoutFiles.Read(Document).ReplaceLineEndings("\n");
        var begin = text.IndexOf("\n## ", StringComparison.Ordinal) + 1;
        var expected = text[..begin] + ConfigurationTable.Of(ConfigurationKeys.All).TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("MAMCONSOLE_WRITE_CONFIGURATION") == "1")
        {
            File.WriteAllText(Path.Combine(CheckoutFiles.Root, Document), expected);
            text = expected;
        }

        Assert.Equal(expected, text);
    }

    private static IEnumerable<(string Name, string? Default)> PropertiesOf(object defaults) =>
        defaults
            .GetType()
            .GetProperties()
            .Select(property =>
                (property.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? property.Name, TextOf(property.GetValue(defaults)))
            );

    private static string? TextOf(object? value) =>
        value switch
        {
            null => null,
            bool flag => flag ? "true" : "false",
            IEnumerable<string> items => string.Join(", ", items),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}
