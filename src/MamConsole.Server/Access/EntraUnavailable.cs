using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Access;

/// <summary>Microsoft Entra cannot be reached, so no access token can be checked.</summary>
public sealed record EntraUnavailable()
    : Problem("Access tokens cannot be checked because Microsoft Entra cannot be reached. Try again later.")
{
    public override int Status => StatusCodes.Status503ServiceUnavailable;
}
