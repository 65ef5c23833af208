using MamConsole.Server.Outcomes;

namespace MamConsole.Server.PolicyAudiences;

/// <summary>The published version was requested, but the policy was never published.</summary>
public sealed record NothingPublished() : Problem("This policy has not been published yet. Request the draft instead.");
