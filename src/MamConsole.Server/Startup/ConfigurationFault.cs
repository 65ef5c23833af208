namespace MamConsole.Server.Startup;

/// <summary>Something about the configuration keeps the server from starting.</summary>
/// <param name="Key">The setting.</param>
/// <param name="Reason">What is wrong with it and what it should be.</param>
/// <param name="Example">A value that would do; null when the setting should go.</param>
internal sealed record ConfigurationFault(string Key, string Reason, string? Example);
