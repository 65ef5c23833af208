namespace MamConsole.Server.Outcomes;

/// <summary>A parameter in the address is not what it may be.</summary>
public sealed record QueryInvalid(string Parameter, string Expected) : Problem($"The parameter {Parameter} is {Expected}.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
