namespace MamConsole.Server.Outcomes;

/// <summary>The thing is not there, or not for this person to see.</summary>
public sealed record NotFound(string What) : Problem($"{What} does not exist.")
{
    public override int Status => StatusCodes.Status404NotFound;
}
