using MamConsole.PolicyEngine.Values;
using MamConsole.PolicyEngine.Versions;

namespace MamConsole.Server.Ui;

/// <summary>One line of a comparison: a setting that differs with what became of the reason beside it, or a reason alone.</summary>
/// <param name="Change">What differs.</param>
/// <param name="Reason">How the reason differs; null when it does not, or is the change itself.</param>
public sealed record ComparedSetting(Change Change, Change? Reason)
{
    /// <summary>The lines of a change list: a reason that changed stands beside its setting, if that changed too.</summary>
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
