namespace MamConsole.Server.Policies;

/// <summary>A published version by its policy: a number alone means nothing where devices move from policy to policy.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Number">The version's number within the policy, from 1.</param>
public readonly record struct VersionRef(string PolicyId, int Number);
