using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>What the request brings as its acceptance of the terms of use is none (docs/reference/abuse-cases.md SO-21).</summary>
/// <param name="Reason">For the log alone.</param>
internal sealed record AcceptanceInvalid(string Reason)
    : Problem("Your acceptance of the terms of use does not count any more. Add your work account again and accept them.");
