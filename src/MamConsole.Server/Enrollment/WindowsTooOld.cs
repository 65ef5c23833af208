using MamConsole.Server.Outcomes;

namespace MamConsole.Server.Enrollment;

/// <summary>This Windows cannot be enrolled (docs/reference/protocol.md §1.1).</summary>
internal sealed record WindowsTooOld()
    : Problem("This version of Windows is too old. Windows 10, version 1703, is the oldest that can be enrolled here.");
