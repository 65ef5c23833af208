namespace MamConsole.Server.Fleet;

/// <summary>Reads them.</summary>
internal delegate ValueTask<CurrentVersions> ReadCurrentVersions(CancellationToken cancellationToken);
