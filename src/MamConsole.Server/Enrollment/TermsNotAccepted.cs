using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>Nobody enrolls without accepting the terms of use, and the request brings no acceptance.</summary>
internal sealed record TermsNotAccepted()
    : Problem("Your organization’s terms of use were not accepted. Add your work account again and accept them.");
