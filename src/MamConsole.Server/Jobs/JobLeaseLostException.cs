namespace MamConsole.Server.Jobs;

/// <summary>The run took so long that another server acquired the lease. Nothing was written.</summary>
internal sealed class JobLeaseLostException(string name) : Exception($"Another server runs the job {name} now.");
