using MamConsole.Server.Outcomes;

namespace MamConsole.Server.DeviceActions;

/// <summary>The enrollment has ended, so the PC can no longer be managed through it.</summary>
public sealed record EnrollmentEnded()
    : Problem("This enrollment has ended, so no actions can be sent to the PC. If the PC enrolled again, open its newer enrollment.");
