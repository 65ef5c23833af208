namespace MamConsole.Server.Jobs;

/// <summary>
/// Whether jobs of this process come by themselves. A composition around the server may say that they do not, and run them when it wants
/// to.
/// </summary>
internal sealed record JobSchedule(bool ByItself);
