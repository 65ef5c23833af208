namespace MamConsole.PolicyEngine.Statements;

/// <summary>The names of one setting: one label in editor, device page, versions, audit, messages and exports.</summary>
/// <param name="Code">The setting's path in the policy's JSON document: <c>deviceLock.minimumLength</c>.</param>
/// <param name="Label">The label, the name that administrators know it by.</param>
/// <param name="IntuneName">Its name in Intune, in Group Policy or, where neither has it, in the CSP; empty where nobody else has
/// it.</param>
/// <param name="CspNode">The node or nodes that carry it, relative to their CSP; empty where no node does.</param>
/// <param name="Sentence">What it does.</param>
public sealed record SettingDescriptor(string Code, string Label, string IntuneName, string CspNode, string Sentence);
