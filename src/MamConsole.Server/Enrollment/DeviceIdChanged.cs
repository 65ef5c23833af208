using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>The token speaks of another device than the one that enrolled under this id (docs/reference/abuse-cases.md SO-18).</summary>
internal sealed record DeviceIdChanged()
    : Problem("This PC is known here as another one. Ask your help desk to end its enrollment, then try again.");
