using MamConsole.Server.Outcomes;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>The edit does not state the version on which it is based.</summary>
public sealed record ExchangePolicyIfMatchMissing()
    : Problem(
        "Send If-Match with the ETag of the Exchange policy that you read (\"0\" when there was none), so that nobody's work is "
            + "overwritten."
    )
{
    public override int Status => StatusCodes.Status428PreconditionRequired;
}
