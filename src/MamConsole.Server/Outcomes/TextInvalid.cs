namespace MamConsole.Server.Outcomes;

/// <summary>A name or a reason that cannot be kept as typed.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Reason">The whole sentence.</param>
public sealed record TextInvalid(string Field, string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
