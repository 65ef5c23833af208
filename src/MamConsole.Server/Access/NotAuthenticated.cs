using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Access;

/// <summary>The request contains no valid access token. The response omits the reason, so that it does not help to forge a token.</summary>
public sealed record NotAuthenticated() : Problem("Send an access token for this API in the Authorization header (Bearer).")
{
    public override int Status => StatusCodes.Status401Unauthorized;
}
