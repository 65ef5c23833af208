using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The reason exceeds the maximum length.</summary>
public sealed record ReasonTooLong(int Limit) : Problem($"Enter a reason of at most {Limit} characters.")
{
    public override int Status => StatusCodes.Status400BadRequest;
}
