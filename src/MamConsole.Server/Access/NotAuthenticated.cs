using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Access;

/// <summary>
/// The request carries no access token that counts here. The answer does not say why, so that it helps nobody to forge one.
/// </summary>
public sealed record NotAuthenticated() : Problem("Send an access token for this API in the Authorization header (Bearer).")
{
    public override int Status => StatusCodes.Status401Unauthorized;
}
