namespace MamConsole.Server.Policies.Secrets;

/// <summary>The file cannot be taken: no .pfx, a wrong password, no key. Nothing was kept.</summary>
public sealed record PfxInvalid(string Why) : Problem(Why)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
