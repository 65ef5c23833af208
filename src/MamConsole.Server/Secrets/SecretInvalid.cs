using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Secrets;

/// <summary>The text cannot be such a secret. The message never repeats it.</summary>
public sealed record SecretInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
