using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.OneOffs;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Access;
using MamConsole.Server.Audit;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.HelpDesk.Actions;

/// <summary>What is asked cannot be asked like this.</summary>
public sealed record RequestInvalid(string Why) : Problem(Why)
{
    public override int Status => StatusCodes.Status422UnprocessableEntity;
}
