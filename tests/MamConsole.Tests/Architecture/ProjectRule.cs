namespace MamConsole.Tests.Architecture;

/// <summary>The references that a project may have.</summary>
/// <param name="Projects">The only projects it may reference.</param>
/// <param name="Packages">The only packages it may reference; null for any.</param>
internal sealed record ProjectRule(IReadOnlyList<string> Projects, IReadOnlyList<string>? Packages);
