using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>Enrollment requires acceptance of the terms of use, and the request contains no acceptance.</summary>
internal sealed record TermsNotAccepted()
    : Problem("Your organization’s terms of use were not accepted. Add your work account again and accept them.");
