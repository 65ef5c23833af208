using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>The document is the one in force.</summary>
/// <param name="Number">The version that holds it.</param>
public sealed record NothingToPublish(int Number) : Problem($"Nothing changed: this is what version {Number} says already.");
