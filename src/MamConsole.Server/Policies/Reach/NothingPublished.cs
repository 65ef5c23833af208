using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.Server.Access;
using MamConsole.Server.Entra;
using MamConsole.Server.Fleet;

namespace MamConsole.Server.Policies.Reach;

/// <summary>There is no version in force to ask about.</summary>
public sealed record NothingPublished() : Problem("Nothing of this policy was published yet. Ask about the draft.");
