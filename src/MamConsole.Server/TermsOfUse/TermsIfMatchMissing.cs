using MamConsole.Server.Outcomes;

namespace MamConsole.Server.TermsOfUse;

/// <summary>An edit without the version that it started from.</summary>
public sealed record TermsIfMatchMissing()
    : Problem("Send If-Match with the ETag of the terms that you read, so that nobody's work is overwritten.")
{
    public override int Status => StatusCodes.Status428PreconditionRequired;
}
