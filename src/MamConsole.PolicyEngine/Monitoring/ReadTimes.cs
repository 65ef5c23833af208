namespace MamConsole.PolicyEngine.Monitoring;

/// <summary>When each group was read last; null = never.</summary>
public readonly record struct ReadTimes(DateTimeOffset? Settings, DateTimeOffset? Condition, DateTimeOffset? Hardware);
