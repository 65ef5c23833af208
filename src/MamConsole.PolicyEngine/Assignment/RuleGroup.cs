namespace MamConsole.PolicyEngine.Assignment;

/// <summary>A group that an assignment references.</summary>
/// <param name="Id">The id in the form of <see cref="PersonGroups.Canonical"/>.</param>
/// <param name="Name">The name for display; the id when there is none.</param>
public sealed record RuleGroup(string Id, string Name);
