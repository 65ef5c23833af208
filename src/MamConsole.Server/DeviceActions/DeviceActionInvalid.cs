using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>What is asked cannot be asked like this.</summary>
public sealed record DeviceActionInvalid(string Reason) : Problem(Reason)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
