using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Statements;

/// <summary>What one setting does, in words; the panel beside the form, the change list and the device page all speak from these.</summary>
/// <param name="Field">The field's path in the written policy's JSON.</param>
/// <param name="Area">The area's title.</param>
/// <param name="Label">The setting's short name: "Maximum inactivity time until lock".</param>
/// <param name="Value">Its value, short, with its unit: "5 minutes".</param>
/// <param name="Sentence">What it does: "The PC locks after 5 minutes without use."</param>
/// <param name="Items">The rows of a list setting, as they read; empty for single values.</param>
/// <param name="Nodes">The LocURIs that carry it, as the compiler writes them when it is given the same options.</param>
public sealed record Statement(
    string Field,
    string Area,
    string Label,
    string Value,
    string Sentence,
    ValueList<string> Items,
    ValueList<string> Nodes
)
{
    /// <summary>The secrets that it rests on: another one is a change, though nobody may see which.</summary>
    public ValueList<SecretReference> Secrets { get; init; }
}
