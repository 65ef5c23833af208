namespace MamConsole.Server.Jobs;

/// <summary>
/// Whether this process runs its jobs automatically. A composition around the server may disable that and run them explicitly.
/// </summary>
internal sealed record JobSchedule(bool ByItself);
