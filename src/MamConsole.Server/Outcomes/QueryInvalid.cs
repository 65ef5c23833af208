namespace MamConsole.Server.Outcomes;

/// <summary>A query parameter has an invalid value.</summary>
public sealed record QueryInvalid(string Parameter, string Expected) : Problem($"The parameter {Parameter} must be {Expected}.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
