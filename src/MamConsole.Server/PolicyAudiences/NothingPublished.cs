using MamConsole.Server.Outcomes;

namespace MamConsole.Server.PolicyAudiences;

/// <summary>There is no version in force to ask about.</summary>
public sealed record NothingPublished() : Problem("Nothing of this policy was published yet. Ask about the draft.");
