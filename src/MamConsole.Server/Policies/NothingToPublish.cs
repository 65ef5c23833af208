using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>The document equals the version in force.</summary>
/// <param name="Number">The number of the version in force.</param>
public sealed record NothingToPublish(int Number) : Problem($"There are no changes to publish: the document equals version {Number}.");
