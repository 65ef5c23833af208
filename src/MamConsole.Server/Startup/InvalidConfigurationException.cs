namespace MamConsole.Server.Startup;

/// <summary>The server does not start with this configuration; the message names each setting, the reason and an example.</summary>
internal sealed class InvalidConfigurationException(IReadOnlyList<ConfigurationFault> faults) : Exception(Describe(faults))
{
    public IReadOnlyList<ConfigurationFault> Faults { get; } = faults;

    private static string Describe(IReadOnlyList<ConfigurationFault> faults) =>
        string.Join(
            Environment.NewLine,
            [
                "MamConsole does not start: its configuration needs attention.",
                .. faults.Select(fault =>
                    $"  {fault.Key}: {fault.Reason}{(fault.Example is null ? "" : $" Example: {fault.Key} = {fault.Example}")}"
                ),
                "appsettings.sample.json explains every setting. Environment variables write a colon as two underscores.",
            ]
        );
}
