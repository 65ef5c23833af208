using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>The effect of one removed setting on the PCs.</summary>
/// <param name="Area">The area's title.</param>
/// <param name="Field">The field that contained it.</param>
/// <param name="Label">The setting's short name.</param>
/// <param name="Behavior">The kind of effect.</param>
/// <param name="Sentence">The effect as text, with the default if there is one.</param>
/// <param name="Certainty">The certainty of the effect.</param>
/// <param name="Source">The source of that information.</param>
/// <param name="Nodes">The LocURIs that are removed; empty when only rows of a list are removed and the rest is sent again.</param>
/// <param name="Remedy">The value that makes the effect certain; null when none is needed or possible.</param>
public sealed record Removal(
    string Area,
    string Field,
    string Label,
    RemovalBehavior Behavior,
    string Sentence,
    RemovalCertainty Certainty,
    string Source,
    ValueList<string> Nodes,
    RemovalRemedy? Remedy = null
)
{
    /// <summary>
    /// Whether the removal needs attention before publishing: the value stays, needs a replacement or its effect is not known.
    /// </summary>
    [JsonIgnore]
    public bool NeedsAttention =>
        Behavior is RemovalBehavior.Stays or RemovalBehavior.NeedsValue || Certainty == RemovalCertainty.Unverified;
}
