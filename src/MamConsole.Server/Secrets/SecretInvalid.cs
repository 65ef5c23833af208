using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Secrets;

/// <summary>The text is not a valid secret of its kind. The message never repeats it.</summary>
public sealed record SecretInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
