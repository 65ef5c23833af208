namespace MamConsole.Server.Policies.Programs;

/// <summary>The catalogue of known apps.</summary>
internal sealed record FoundApps(IReadOnlyList<FoundApp> Apps);
