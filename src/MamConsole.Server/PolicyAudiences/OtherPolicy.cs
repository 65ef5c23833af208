namespace MamConsole.Server.PolicyAudiences;

/// <summary>A policy that comes first.</summary>
public sealed record OtherPolicy(string PolicyId, string Name);
