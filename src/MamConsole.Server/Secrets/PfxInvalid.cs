using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Secrets;

/// <summary>The file cannot be taken: no .pfx, a wrong password, no key. Nothing was kept.</summary>
public sealed record PfxInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
