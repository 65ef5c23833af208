using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>The request is for another type of enrollment.</summary>
internal sealed record NotAppManagement() : Problem("This server only adds work accounts; the request is for another type of enrollment.");
