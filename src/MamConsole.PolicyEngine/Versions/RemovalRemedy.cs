using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>A value that explicitly sets what the removal of the setting leaves undefined.</summary>
/// <param name="Field">The field of the value.</param>
/// <param name="Value">The value as entered text; <c>true</c> or <c>false</c> for a switch.</param>
/// <param name="Label">The label of the button that puts the value into the draft.</param>
public sealed record RemovalRemedy(string Field, string Value, string Label)
{
    /// <summary>Returns the draft with the value.</summary>
    public WrittenPolicy ApplyTo(WrittenPolicy draft) => PolicyPatch.Put(draft, Field, Value);
}
