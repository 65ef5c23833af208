namespace MamConsole.Server.Jobs;

/// <summary>A run of a job.</summary>
/// <param name="EndedAt">When it was done.</param>
/// <param name="NextAt">When it is due again.</param>
/// <param name="Result">What it did; empty when there was nothing to do.</param>
public sealed record JobRun(DateTimeOffset EndedAt, DateTimeOffset NextAt, string Result);
