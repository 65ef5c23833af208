using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>The request is for another kind of enrollment.</summary>
internal sealed record NotAppManagement() : Problem("Only work accounts are added here; this is another kind of enrollment.");
