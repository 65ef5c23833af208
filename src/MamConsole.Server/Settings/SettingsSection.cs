namespace MamConsole.Server.Settings;

/// <summary>Reads a section of the configuration into the record of a module, with the framework's binder.</summary>
internal static class SettingsSection
{
    /// <summary>
    /// The record with the values of the section over its own. An empty value counts as none, as in a file that names each setting and in
    /// an environment that clears one. Other values were checked when the server started.
    /// </summary>
    /// <exception cref="InvalidOperationException">A value that was not checked does not fit; the message names it.</exception>
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
