namespace MamConsole.PolicyEngine.Assignment;

/// <summary>The facts about a PC and its user from which its policy is selected.</summary>
/// <param name="Upn">The user principal name, without regard to case.</param>
/// <param name="Groups">The groups that the person is a member of.</param>
/// <param name="Build">The build of its Windows; null when not known.</param>
/// <param name="Edition">The PRODUCT_ number of its Windows; null when not known.</param>
/// <param name="Ring">The ring that the PC is in.</param>
public sealed record AssignmentSubject(string Upn, PersonGroups Groups, int? Build, int? Edition, string Ring);
