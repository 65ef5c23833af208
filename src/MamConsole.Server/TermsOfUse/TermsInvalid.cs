using MamConsole.Server.Outcomes;

namespace MamConsole.Server.TermsOfUse;

/// <summary>The text is not valid as entered.</summary>
/// <param name="Reason">The whole sentence.</param>
public sealed record TermsInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
