using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Secrets;

/// <summary>The file is not accepted: not a .pfx, a wrong password, or no private key. Nothing was stored.</summary>
public sealed record PfxInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
