using System.Collections.Frozen;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Authoring;

/// <summary>
/// The comments on the settings of a policy, at most one each, in the order of their paths. In JSON one object: <c>{
/// "deviceLock.lockAfterMinutes": "Audit of 2025" }</c>.
/// </summary>
[JsonConverter(typeof(FieldCommentsConverter))]
public sealed record FieldComments
{
    /// <summary>The path of a comment on the policy as a whole.</summary>
    public const string WholePolicy = "policy";

    private static readonly FrozenSet<string> Known = Paths().ToFrozenSet(StringComparer.Ordinal);

    private FieldComments(ValueList<FieldComment> comments) => Comments = comments;

    /// <summary>The comments by path.</summary>
    public ValueList<FieldComment> Comments { get; }

    /// <summary>Whether the path can have a comment: a setting of an area, or the whole policy.</summary>
    public static bool IsField(string path) => Known.Contains(path);

    /// <summary>Returns the comments with this one set; an empty text removes it. Null when none is left.</summary>
    /// <exception cref="ArgumentException">The path is not a setting.</exception>
    public static FieldComments? With(FieldComments? comments, string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        IEnumerable<FieldComment> others = (comments?.Comments ?? []).Where(comment => comment.Field != field);
        var with = Of(
            text.Trim() is { Length: > 0 } trimmed ? others.Append(new FieldComment(field, trimmed))
            : IsField(field) ? others
            : throw new ArgumentException($"{field} is not a setting.", nameof(field))
        );
        return with.Comments.Count == 0 ? null : with;
    }

    /// <exception cref="ArgumentException">A path is not a setting, or appears twice.</exception>
    public static FieldComments Of(params IEnumerable<FieldComment> comments)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var ordered = comments.OrderBy(comment => comment.Field, StringComparer.Ordinal).ToValueList();
        var wrong =
            ordered.FirstOrDefault(comment => !IsField(comment.Field))
            ?? ordered.Zip(ordered.Skip(1)).FirstOrDefault(pair => pair.First.Field == pair.Second.Field).First;
        return wrong is null
            ? new FieldComments(ordered)
            : throw new ArgumentException($"{wrong.Field} is not a setting, or has two comments.", nameof(comments));
    }

    /// <summary>Returns the comment on a setting; null when there is none.</summary>
    public string? At(string field) => Comments.FirstOrDefault(comment => comment.Field == field)?.Text;

    private static IEnumerable<string> Paths()
    {
        WrittenPolicy.Json.MakeReadOnly(populateMissingResolver: true);
        return
        [
            WholePolicy,
            .. WrittenPolicy
                .Json.GetTypeInfo(typeof(WrittenPolicy))
                .Properties.Where(area => area.PropertyType.IsClass && area.PropertyType != typeof(FieldComments))
                .SelectMany(area =>
                    WrittenPolicy.Json.GetTypeInfo(area.PropertyType).Properties.Select(setting => $"{area.Name}.{setting.Name}")
                ),
        ];
    }
}
