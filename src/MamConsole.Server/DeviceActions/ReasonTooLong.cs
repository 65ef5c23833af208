using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>A reason longer than is kept.</summary>
public sealed record ReasonTooLong(int Limit) : Problem($"Enter a reason of {Limit} characters at most.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
