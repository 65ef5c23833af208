using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine;

/// <summary>Describes the comments as separate statements, so that change lists show them next to their settings.</summary>
internal static class FieldCommentsWords
{
    /// <summary>The prefix of the path of a commented setting.</summary>
    private const string Prefix = "why.";

    /// <summary>Whether a statement or a change is a comment, by its field.</summary>
    public static bool IsComment(string field) => field.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Returns the field without the prefix of a comment.</summary>
    public static string SettingOf(string field) => IsComment(field) ? field[Prefix.Length..] : field;

    /// <summary>
    /// Returns the statements, each followed by its comment; the comment on the whole policy first, those on settings without a statement
    /// last.
    /// </summary>
    public static IEnumerable<Statement> Describe(FieldComments comments, Statement[] statements)
    {
        if (comments.At(FieldComments.WholePolicy) is { } about)
        {
            yield return ToStatement(new FieldComment(FieldComments.WholePolicy, about), "The policy", null);
        }

        foreach (var statement in statements)
        {
            yield return statement;
            if (comments.At(statement.Field) is { } text)
            {
                yield return ToStatement(new FieldComment(statement.Field, text), statement.Area, statement.Label);
            }
        }

        foreach (
            var comment in comments.Comments.Where(comment =>
                comment.Field != FieldComments.WholePolicy && !Array.Exists(statements, s => s.Field == comment.Field)
            )
        )
        {
            yield return ToStatement(comment, AreaOf(comment.Field), comment.Field);
        }
    }

    private static Statement ToStatement(FieldComment comment, string area, string? label) =>
        new(
            $"{Prefix}{comment.Field}",
            area,
            label is null ? "Comment" : $"Comment: {label}",
            comment.Text,
            $"Comment on {(label is null ? "this policy" : $"“{label}”")}: “{comment.Text}”.",
            [],
            []
        );

    private static string AreaOf(string field) =>
        PolicyAreas.At(field)?.Title ?? throw new ArgumentException($"No area contains {field}.", nameof(field));
}
