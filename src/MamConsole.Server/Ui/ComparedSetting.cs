using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Server.Ui;

/// <summary>One row of a comparison: a changed setting with the change of its comment, or a changed comment only.</summary>
/// <param name="Change">The change.</param>
/// <param name="Reason">The change of the comment; null when the comment did not change or is the change itself.</param>
public sealed record ComparedSetting(Change Change, Change? Reason)
{
    /// <summary>The rows of a change list: a changed comment is combined with its setting if that changed too.</summary>
    public static ValueList<ComparedSetting> Of(ChangeList changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var reasons = changes.Changes.Where(change => change.IsComment).ToDictionary(change => change.Setting, StringComparer.Ordinal);
        var settings = changes.Changes.Where(change => !change.IsComment).Select(change => change.Field).ToHashSet(StringComparer.Ordinal);
        return changes
            .Changes.Where(change => !change.IsComment || !settings.Contains(change.Setting))
            .Select(change => new ComparedSetting(change, change.IsComment ? null : reasons.GetValueOrDefault(change.Field)))
            .ToValueList();
    }
}
