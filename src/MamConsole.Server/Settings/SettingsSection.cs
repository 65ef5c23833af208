namespace MamConsole.Server.Settings;

/// <summary>Reads a section of the configuration into the record of a module, with the framework's binder.</summary>
internal static class SettingsSection
{
    /// <summary>
    /// The record with the values of the section in place of its defaults. An empty value counts as missing, so that a file may list a
    /// setting without a value and an environment variable may clear one. Other values were validated when the server started.
    /// </summary>
    /// <exception cref="InvalidOperationException">A value that was not validated cannot be converted; the message contains it.</exception>
    public static T ReadSettings<T>(this IConfiguration configuration, string section)
        where T : class
    {
        var settings = Activator.CreateInstance<T>();
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                configuration
                    .GetSection(section)
                    .AsEnumerable(makePathsRelative: true)
                    .Where(setting => !string.IsNullOrWhiteSpace(setting.Value))
            )
            .Build()
            .Bind(settings);
        return settings;
    }
}
