using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Server.Policies;

internal sealed record CreatedPolicy(string PolicyId);
