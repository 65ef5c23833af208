using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.PolicyEngine.Import;

/// <summary>One policy out of a file.</summary>
/// <param name="Name">What the source called it; empty when it has no name.</param>
/// <param name="Source">What the source was.</param>
/// <param name="Document">As written there: wrong values stand in it for the rules to name.</param>
/// <param name="Report">What became of each property.</param>
public sealed record ImportedPolicy(string Name, ImportSource Source, WrittenPolicy Document, ImportReport Report);
