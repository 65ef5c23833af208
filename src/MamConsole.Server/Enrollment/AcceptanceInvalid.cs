using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>The request's proof of acceptance of the terms of use is invalid (docs/reference/abuse-cases.md SO-21).</summary>
/// <param name="Reason">For the log only.</param>
internal sealed record AcceptanceInvalid(string Reason)
    : Problem("Your acceptance of the terms of use is no longer valid. Add your work account again and accept them.");
