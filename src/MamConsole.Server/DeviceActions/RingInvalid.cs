using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The text is not a valid ring name.</summary>
/// <param name="Reason">Why it is not valid.</param>
public sealed record RingInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
