using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The device action is not valid.</summary>
public sealed record DeviceActionInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
