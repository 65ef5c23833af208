namespace MamConsole.Server.Jobs;

/// <summary>A run of a job.</summary>
/// <param name="EndedAt">When the run ended.</param>
/// <param name="NextAt">When the job is due again.</param>
/// <param name="Result">The result as a sentence; empty when there was nothing to do.</param>
public sealed record JobRun(DateTimeOffset EndedAt, DateTimeOffset NextAt, string Result);
