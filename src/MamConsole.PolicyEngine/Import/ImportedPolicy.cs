using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.PolicyEngine.Import;

/// <summary>One policy from a file.</summary>
/// <param name="Name">The name in the source; empty when it has none.</param>
/// <param name="Source">The kind of source.</param>
/// <param name="Document">The settings as written in the source: invalid values are included, and the rules report them.</param>
/// <param name="Report">The result for each property.</param>
public sealed record ImportedPolicy(string Name, ImportSource Source, WrittenPolicy Document, ImportReport Report);
