using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>The device is enrolled for another person of the tenant (docs/reference/abuse-cases.md SO-17).</summary>
internal sealed record DeviceOwnedByAnotherUser()
    : Problem("This PC is enrolled for another person. Ask your help desk to release it, then try again.");
