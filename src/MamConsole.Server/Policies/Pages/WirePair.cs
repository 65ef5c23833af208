using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.Server.Policies.Pages;

/// <summary>A node's value before and after, as one line of text.</summary>
internal sealed class WirePair(CompiledPolicy? before, CompiledPolicy? after)
{
    private readonly Dictionary<string, string> was = Values(before);
    private readonly Dictionary<string, string> becomes = Values(after);

    public string Line(string locUri) =>
        $"{locUri}\n{was.GetValueOrDefault(locUri) ?? "absent"} → "
        + $"{becomes.GetValueOrDefault(locUri) ?? (after is null ? "not known while a finding blocks publishing" : "absent")}";

    private static Dictionary<string, string> Values(CompiledPolicy? policy) =>
        policy?.Nodes.ToDictionary(n => n.LocUri, n => SecretPlaceholder.Hide(n.Value), StringComparer.Ordinal) ?? [];
}
