using MamConsole.Server.Outcomes;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>An edit without the version that it started from.</summary>
public sealed record ExchangePolicyIfMatchMissing()
    : Problem(
        "Send If-Match with the ETag of the Exchange policy that you read (\"0\" when there was none), so that nobody's work is "
            + "overwritten."
    )
{
    public override int Status => StatusCodes.Status428PreconditionRequired;
}
