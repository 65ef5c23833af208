using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Storage;

/// <summary>The database is out of reach.</summary>
public sealed record StorageUnavailable()
    : Problem("The database is out of reach. Nothing was changed unless this request was just being written: look before you repeat it.")
{
    public override int Status => StatusCodes.Status503ServiceUnavailable;
}
