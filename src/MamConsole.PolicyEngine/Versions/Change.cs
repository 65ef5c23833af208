using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Versions;

/// <summary>One setting that differs.</summary>
/// <param name="Kind">How.</param>
/// <param name="Area">The area's title.</param>
/// <param name="Field">The field's path in the written policy's JSON.</param>
/// <param name="Label">The setting's short name.</param>
/// <param name="Sentence">The effect, in words.</param>
/// <param name="Was">Its value before, short; null when it was added.</param>
/// <param name="Becomes">Its value after, short; null when it was removed.</param>
/// <param name="AddedItems">Rows of a list that came.</param>
/// <param name="RemovedItems">Rows of a list that went.</param>
/// <param name="Nodes">The LocURIs that carry the setting on either side.</param>
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
    /// <summary>Why the setting is as it becomes, in people's own words; null when nobody wrote it.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether it is a note that changed, and no setting.</summary>
    [JsonIgnore]
    public bool IsComment => FieldCommentsWords.IsComment(Field);

    /// <summary>The setting: for a note the one that it is about.</summary>
    [JsonIgnore]
    public string Setting => FieldCommentsWords.SettingOf(Field);
}
