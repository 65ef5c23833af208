using MamConsole.PolicyEngine.AppRules;
using MamConsole.Server.Access;
using MamConsole.Server.Outcomes;

namespace MamConsole.Server.AppInspection;

/// <summary>Converts pasted output of Windows to rows of an app list. Allowed for every role.</summary>
internal sealed class ReadPastedApps
{
    public Task<Outcome<PastedApps>> ExecuteAsync(Administrator who, PastedText pasted) =>
        Task.FromResult<Outcome<PastedApps>>(who.Lacks(Ability.ReadPolicies) is { } lacks ? lacks : PastedAppRules.Read(pasted.Text));
}
