using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>An administrator blocked this PC of this person.</summary>
internal sealed record EnrollmentBlocked() : Problem("This PC is blocked. Ask your IT help desk.");
