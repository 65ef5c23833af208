namespace MamConsole.PolicyEngine.Assignment;

/// <summary>A group that a rule names.</summary>
/// <param name="Id">As <see cref="PersonGroups.Canonical"/> writes it.</param>
/// <param name="Name">For people; the id when there is none.</param>
public sealed record RuleGroup(string Id, string Name);
