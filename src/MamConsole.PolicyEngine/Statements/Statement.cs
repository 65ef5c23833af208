using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Statements;

/// <summary>The effect of one setting as text; used by the panel next to the form, the change list and the device page.</summary>
/// <param name="Field">The path of the field in the written policy's JSON.</param>
/// <param name="Area">The area's title.</param>
/// <param name="Label">The setting's label: "Maximum inactivity time until lock".</param>
/// <param name="Value">The value, short, with its unit: "5 minutes".</param>
/// <param name="Sentence">The effect: "The PC locks after 5 minutes without use."</param>
/// <param name="Items">The rows of a list setting, as shown; empty for single values.</param>
/// <param name="Nodes">The LocURIs that carry it, as the compiler writes them with the same options.</param>
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
    /// <summary>The secrets on which it depends: a replaced secret is a change, although its value is not visible.</summary>
    public ValueList<SecretReference> Secrets { get; init; }
}
