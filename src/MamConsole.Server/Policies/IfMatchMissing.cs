using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>An edit was requested without the revision that it is based on.</summary>
public sealed record IfMatchMissing() : Problem("Send If-Match with the draft's ETag, so that changes of other people are not overwritten.")
{
    public override int Status => StatusCodes.Status428PreconditionRequired;
}
