namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>The time of the last read of each group; null = never.</summary>
public readonly record struct ReadTimes(DateTimeOffset? Settings, DateTimeOffset? Condition, DateTimeOffset? Hardware);
