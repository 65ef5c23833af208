using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Storage;

namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>The groups were read.</summary>
/// <param name="Changed">Whether they are others than before.</param>
internal sealed record GroupsRead(bool Changed);
