using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>A text that no ring can be called by.</summary>
/// <param name="Reason">What is wrong with it.</param>
public sealed record RingInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
