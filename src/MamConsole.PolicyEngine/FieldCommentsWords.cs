using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Statements;

namespace MamConsole.PolicyEngine;

/// <summary>The notes in words: each a statement of its own, so that change lists show them beside what they are about.</summary>
internal static class FieldCommentsWords
{
    /// <summary>Before the path of what a note is about.</summary>
    private const string Prefix = "why.";

    /// <summary>Whether a statement or a change is a note, by its field.</summary>
    public static bool IsComment(string field) => field.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The field without the mark of a note.</summary>
    public static string SettingOf(string field) => IsComment(field) ? field[Prefix.Length..] : field;

    /// <summary>
    /// The statements, each with its note after it; the note on the whole policy first, those on settings that say nothing last.
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
        PolicyAreas.At(field)?.Title ?? throw new ArgumentException($"No area holds {field}.", nameof(field));
}
