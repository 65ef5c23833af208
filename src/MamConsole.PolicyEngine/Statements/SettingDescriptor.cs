namespace MamConsole.PolicyEngine.Statements;

/// <summary>The names of one setting: the same label in editor, device page, versions, audit, messages and exports.</summary>
/// <param name="Code">The setting's path in the policy's JSON document: <c>deviceLock.minimumLength</c>.</param>
/// <param name="Label">The label, the name that administrators know.</param>
/// <param name="IntuneName">The name in Intune, in Group Policy or, if neither has it, in the CSP; empty when the setting exists only in
/// MamConsole.</param>
/// <param name="CspNode">The node or nodes that carry it, relative to their CSP; empty when there are none.</param>
/// <param name="Sentence">The effect of the setting.</param>
public sealed record SettingDescriptor(string Code, string Label, string IntuneName, string CspNode, string Sentence);
