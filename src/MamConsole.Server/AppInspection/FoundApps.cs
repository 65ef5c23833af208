namespace MamConsole.Server.AppInspection;

/// <summary>The catalogue of known apps.</summary>
internal sealed record FoundApps(IReadOnlyList<FoundApp> Apps);
