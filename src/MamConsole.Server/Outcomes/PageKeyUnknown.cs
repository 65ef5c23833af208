namespace MamConsole.Server.Outcomes;

/// <summary>The key of a page is not one that this list gave out.</summary>
public sealed record PageKeyUnknown() : Problem("The value of 'after' is none that this list gave out. Start without it.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
