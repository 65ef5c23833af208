namespace MamConsole.PolicyEngine.Assignment;

/// <summary>What is known of a PC and its person when a policy is chosen for it.</summary>
/// <param name="Upn">The person's user principal name, in any case.</param>
/// <param name="Groups">The groups that the person is a member of.</param>
/// <param name="Build">The build of its Windows; null when not known.</param>
/// <param name="Edition">The PRODUCT_ number of its Windows; null when not known.</param>
/// <param name="Ring">The ring that the PC is in.</param>
public sealed record AssignmentSubject(string Upn, PersonGroups Groups, int? Build, int? Edition, string Ring);
