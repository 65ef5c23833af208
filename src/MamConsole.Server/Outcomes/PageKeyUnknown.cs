namespace MamConsole.Server.Outcomes;

/// <summary>The key of a page was not returned by this list.</summary>
public sealed record PageKeyUnknown() : Problem("The value of 'after' was not returned by this list. Start without it.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
