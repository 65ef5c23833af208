namespace MamConsole.Server.Outcomes;

/// <summary>The body is not JSON.</summary>
public sealed record BodyNotJson() : Problem("Send JSON with the content type application/json.")
{
    public override int Status => StatusCodes.Status415UnsupportedMediaType;
}
