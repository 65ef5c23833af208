namespace MamConsole.Server.Enrollment;

/// <summary>Somebody blocked this PC of this person.</summary>
internal sealed record DeviceBarred() : Problem("This PC is blocked. Ask your IT help desk.");
