namespace MamConsole.Server.Jobs;

/// <summary>The job took so long that another server has it now. Nothing was written.</summary>
internal sealed class JobLeaseLostException(string name) : Exception($"Another server runs the job {name} now.");
