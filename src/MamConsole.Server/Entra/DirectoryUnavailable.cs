namespace MamConsole.Server.Entra;

/// <summary>The directory does not answer, or does not tell us.</summary>
/// <param name="Why">What it said, in words, with a way out.</param>
public sealed record DirectoryUnavailable(string Why) : Problem($"Entra did not tell about groups: {Why}")
{
    public override int Status => StatusCodes.Status502BadGateway;
}
