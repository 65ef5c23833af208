using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Storage;

/// <summary>The database is unavailable.</summary>
public sealed record StorageUnavailable()
    : Problem("The database is unavailable. The request may still have been completed: check its effect before you repeat it.")
{
    public override int Status => StatusCodes.Status503ServiceUnavailable;
}
