using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Access;

/// <summary>Microsoft Entra cannot be reached, so access tokens cannot be validated.</summary>
public sealed record EntraUnavailable()
    : Problem("Access tokens cannot be validated because Microsoft Entra cannot be reached. Try again later.")
{
    public override int Status => StatusCodes.Status503ServiceUnavailable;
}
