namespace MamConsole.Server.Startup;

/// <summary>
/// The configuration is invalid and the server does not start; the message contains each setting, the reason and an example.
/// </summary>
internal sealed class InvalidConfigurationException(IReadOnlyList<ConfigurationFault> faults) : Exception(Describe(faults))
{
    public IReadOnlyList<ConfigurationFault> Faults { get; } = faults;

    private static string Describe(IReadOnlyList<ConfigurationFault> faults) =>
        string.Join(
            Environment.NewLine,
            [
                "MamConsole does not start: its configuration is invalid.",
                .. faults.Select(fault =>
                    $"  {fault.Key}: {fault.Reason}{(fault.Example is null ? "" : $" Example: {fault.Key} = {fault.Example}")}"
                ),
                "appsettings.sample.json describes every setting. Names of environment variables have two underscores for each colon.",
            ]
        );
}
