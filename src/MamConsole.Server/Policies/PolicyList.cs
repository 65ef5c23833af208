using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Server.Policies;

/// <summary>All policies.</summary>
internal sealed record PolicyList(IReadOnlyList<PolicyListItem> Items);
