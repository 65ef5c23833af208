using MamConsole.PolicyEngine.AppRules;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Access;

namespace MamConsole.Server.Policies.Programs;

/// <summary>The catalogue of known apps.</summary>
internal sealed record FoundApps(IReadOnlyList<FoundApp> Apps);
