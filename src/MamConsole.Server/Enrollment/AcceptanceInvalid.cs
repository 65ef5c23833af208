namespace MamConsole.Server.Enrollment;

/// <summary>What the request brings as its acceptance of the terms of use is none (abuse-cases.md SO-21).</summary>
/// <param name="Why">For the log alone.</param>
internal sealed record AcceptanceInvalid(string Why)
    : Problem("Your acceptance of the terms of use does not count any more. Add your work account again and accept them.");
