namespace MamConsole.Server.PolicyAudiences;

/// <summary>A policy with higher precedence.</summary>
public sealed record OtherPolicy(string PolicyId, string Name);
