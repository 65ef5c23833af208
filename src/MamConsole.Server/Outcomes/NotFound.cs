namespace MamConsole.Server.Outcomes;

/// <summary>The resource does not exist, or this person may not see it.</summary>
public sealed record NotFound(string What) : Problem($"{What} does not exist.")
{
    public override int Status => StatusCodes.Status404NotFound;
}
