namespace MamConsole.Server.AppInspection;

/// <summary>The apps of the catalog that a search found.</summary>
internal sealed record FoundApps(IReadOnlyList<FoundApp> Apps);
