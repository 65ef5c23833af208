using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The enrollment is over: nothing reaches the PC through it any more.</summary>
public sealed record EnrollmentEnded()
    : Problem("This enrollment has ended, so nothing can be asked of the PC any more. If it enrolled again, open its newer enrollment.");
