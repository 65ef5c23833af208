namespace MamConsole.Server.Policies;

/// <summary>A name or a reason that cannot be kept as typed.</summary>
/// <param name="Field">Which text.</param>
/// <param name="Why">The whole sentence.</param>
public sealed record TextInvalid(string Field, string Why) : Problem(Why)
{
    public override int Status => StatusCodes.Status400BadRequest;
}
