using MamConsole.PolicyEngine.Eas;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.ExchangePolicy;

/// <summary>The text is not an Exchange policy, or values in it cannot be read.</summary>
/// <param name="Reason">The whole sentence.</param>
/// <param name="Lines">The lines with errors.</param>
public sealed record ExchangePolicyUnreadable(string Reason, ValueList<PastedLine> Lines) : Problem(Reason)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
