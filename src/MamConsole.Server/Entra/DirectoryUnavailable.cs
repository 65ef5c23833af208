using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Entra;

/// <summary>The directory does not answer, or does not tell us.</summary>
/// <param name="Reason">What it said, in words, with a way out.</param>
public sealed record DirectoryUnavailable(string Reason) : Problem($"Entra did not tell about groups: {Reason}")
{
    public override int Status => StatusCodes.Status502BadGateway;
}
