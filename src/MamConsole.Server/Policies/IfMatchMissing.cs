using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Policies;

/// <summary>An edit without the revision that it started from.</summary>
public sealed record IfMatchMissing() : Problem("Send If-Match with the draft's ETag, so that nobody's work is overwritten.")
{
    public override int Status => StatusCodes.Status428PreconditionRequired;
}
