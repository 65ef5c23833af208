namespace MamConsole.Tests.Architecture;

/// <summary>What a project may reference (house rules; each is a promise that the compiler keeps).</summary>
/// <param name="Projects">The only projects it may reference.</param>
/// <param name="Packages">The only packages it may reference; null for any.</param>
internal sealed record ProjectRule(IReadOnlyList<string> Projects, IReadOnlyList<string>? Packages);
