using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>This version of Windows does not support MAM enrollment (docs/reference/protocol.md §1.1).</summary>
internal sealed record WindowsTooOld()
    : Problem("This version of Windows is not supported. Enrollment requires Windows 10, version 1703, or later.");
