using MamConsole.Server.Outcomes;

namespace MamConsole.Server.TermsOfUse;

/// <summary>The edit does not state the version on which it is based.</summary>
public sealed record TermsIfMatchMissing()
    : Problem("Send If-Match with the ETag of the terms that you read, so that nobody's work is overwritten.")
{
    public override int Status => StatusCodes.Status428PreconditionRequired;
}
