using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>The token contains another device ID than the enrollment with this ID (docs/reference/abuse-cases.md SO-18).</summary>
internal sealed record DeviceIdChanged()
    : Problem("This PC is enrolled with another device ID. Ask your help desk to end its enrollment, then try again.");
