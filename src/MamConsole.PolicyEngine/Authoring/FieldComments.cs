using System.Collections.Frozen;
using System.Text.Json.Serialization;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Authoring;

/// <summary>
/// The reasons that people wrote beside the settings of a policy, at most one for each, in the order of their paths. In JSON one object:
/// <c>{ "deviceLock.lockAfterMinutes": "Audit of 2025" }</c>.
/// </summary>
[JsonConverter(typeof(FieldCommentsConverter))]
public sealed record FieldComments
{
    /// <summary>The path of a note on the policy as a whole.</summary>
    public const string WholePolicy = "policy";

    private static readonly FrozenSet<string> Known = Paths().ToFrozenSet(StringComparer.Ordinal);

    private FieldComments(ValueList<FieldComment> comments) => Comments = comments;

    /// <summary>By path.</summary>
    public ValueList<FieldComment> Comments { get; }

    /// <summary>Whether a note can stand there: a setting of some area, or the whole policy.</summary>
    public static bool IsField(string path) => Known.Contains(path);

    /// <summary>The notes with this one in it; an empty text takes it out. Null when none is left.</summary>
    /// <exception cref="ArgumentException">The path is no setting.</exception>
    public static FieldComments? With(FieldComments? comments, string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        IEnumerable<FieldComment> others = (comments?.Comments ?? []).Where(comment => comment.Field != field);
        var with = Of(
            text.Trim() is { Length: > 0 } trimmed ? others.Append(new FieldComment(field, trimmed))
            : IsField(field) ? others
            : throw new ArgumentException($"No setting: {field}.", nameof(field))
        );
        return with.Comments.Count == 0 ? null : with;
    }

    /// <exception cref="ArgumentException">A path is no setting, or stands there twice.</exception>
    public static FieldComments Of(params IEnumerable<FieldComment> comments)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var ordered = comments.OrderBy(comment => comment.Field, StringComparer.Ordinal).ToValueList();
        var wrong =
            ordered.FirstOrDefault(comment => !IsField(comment.Field))
            ?? ordered.Zip(ordered.Skip(1)).FirstOrDefault(pair => pair.First.Field == pair.Second.Field).First;
        return wrong is null
            ? new FieldComments(ordered)
            : throw new ArgumentException($"No setting, or noted twice: {wrong.Field}.", nameof(comments));
    }

    /// <summary>The note on a setting; null when there is none.</summary>
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
