using MamConsole.Server.Outcomes;

namespace MamConsole.Server.TermsOfUse;

/// <summary>The text cannot be kept or shown as it is.</summary>
/// <param name="Reason">The whole sentence.</param>
public sealed record TermsInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
