using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Entra;

/// <summary>The directory cannot be reached, or rejects the request.</summary>
/// <param name="Reason">The reason as text, with how to resolve it.</param>
public sealed record DirectoryUnavailable(string Reason) : Problem($"Groups could not be read from Entra:  {Reason}")
{
    public override int Status => StatusCodes.Status502BadGateway;
}
