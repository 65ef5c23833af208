using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The same idempotency key was used for a different request.</summary>
public sealed record IdempotencyKeyReused()
    : Problem("This Idempotency-Key was used for another request to this PC. Use a new one for each request.")
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
