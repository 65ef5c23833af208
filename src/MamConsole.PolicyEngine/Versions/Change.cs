using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>One setting that differs between two versions.</summary>
/// <param name="Kind">The kind of difference.</param>
/// <param name="Area">The area's title.</param>
/// <param name="Field">The path of the field in the written policy's JSON.</param>
/// <param name="Label">The setting's short name.</param>
/// <param name="Sentence">The effect, as text.</param>
/// <param name="Was">The short value before; null when it was added.</param>
/// <param name="Becomes">The short value after; null when it was removed.</param>
/// <param name="AddedItems">The rows that were added to a list.</param>
/// <param name="RemovedItems">The rows that were removed from a list.</param>
/// <param name="Nodes">The LocURIs that carry the setting in either version.</param>
public sealed record Change(
    ChangeKind Kind,
    string Area,
    string Field,
    string Label,
    string Sentence,
    string? Was,
    string? Becomes,
    ValueList<string> AddedItems,
    ValueList<string> RemovedItems,
    ValueList<string> Nodes
)
{
    /// <summary>The comment on the new value; null when there is none.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the change is to a comment and not to a setting.</summary>
    [JsonIgnore]
    public bool IsComment => FieldCommentsWords.IsComment(Field);

    /// <summary>The path of the setting; for a comment, of the setting that it is about.</summary>
    [JsonIgnore]
    public string Setting => FieldCommentsWords.SettingOf(Field);
}
