using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Storage;

namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>The ring that a PC is to be in, or is in.</summary>
internal sealed record RingRequest(string Ring);
