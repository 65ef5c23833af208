namespace MamConsole.Server.Outcomes;

/// <summary>A name, a reason or a comment is not valid as entered.</summary>
/// <param name="Field">The name of the text field.</param>
/// <param name="Reason">The whole sentence.</param>
public sealed record TextInvalid(string Field, string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
