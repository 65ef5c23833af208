using MamConsole.PolicyEngine.Authoring;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>A value that says outright what leaving the setting out leaves open.</summary>
/// <param name="Field">Where it belongs.</param>
/// <param name="Value">As somebody would type it there; <c>true</c> or <c>false</c> for a switch.</param>
/// <param name="Label">What the button that puts it into the draft says.</param>
public sealed record RemovalRemedy(string Field, string Value, string Label)
{
    /// <summary>The draft with the value in it.</summary>
    public WrittenPolicy ApplyTo(WrittenPolicy draft) => PolicyPatch.Put(draft, Field, Value);
}
