namespace MamConsole.Server.Startup;

/// <summary>One setting that the server knows.</summary>
/// <param name="Name">The whole key, with colons.</param>
/// <param name="Meaning">What it is, to follow "It is".</param>
/// <param name="Example">A value that would do.</param>
/// <param name="Fault">What is wrong with a value, to follow the key; null when nothing is.</param>
internal sealed record ConfigurationKey(string Name, string Meaning, string Example, Func<string, string?> Fault)
{
    /// <summary>Whether the server cannot run without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it is a list, whose items stand under it by number.</summary>
    public bool IsList { get; init; }

    public string Section => Name.Split(':')[0];
}

/// <summary>Something about the configuration keeps the server from starting.</summary>
/// <param name="Key">The setting.</param>
/// <param name="Why">What is wrong with it and what it should be.</param>
/// <param name="Example">A value that would do; null when the setting should go.</param>
internal sealed record ConfigurationFault(string Key, string Why, string? Example);

/// <summary>The server does not start with this configuration; the message names each setting, the reason and an example.</summary>
internal sealed class ConfigurationRefusedException(IReadOnlyList<ConfigurationFault> faults) : Exception(Describe(faults))
{
    public IReadOnlyList<ConfigurationFault> Faults { get; } = faults;

    private static string Describe(IReadOnlyList<ConfigurationFault> faults) => string.Join(
        Environment.NewLine,
        [
            "MamConsole does not start: its configuration needs attention.",
            .. faults.Select(fault => $"  {fault.Key}: {fault.Why}{(fault.Example is null ? "" : $" Example: {fault.Key} = {fault.Example}")}"),
            "appsettings.sample.json explains every setting. Environment variables write a colon as two underscores.",
        ]);
}
