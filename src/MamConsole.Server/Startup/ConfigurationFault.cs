namespace MamConsole.Server.Startup;

/// <summary>An error in the configuration that prevents the server from starting.</summary>
/// <param name="Key">The setting.</param>
/// <param name="Reason">What is wrong with it and which values are valid.</param>
/// <param name="Example">A valid value; null when the setting should be removed.</param>
internal sealed record ConfigurationFault(string Key, string Reason, string? Example);
