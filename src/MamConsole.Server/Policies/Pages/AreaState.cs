using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Findings;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Policies.Pages;

/// <summary>The state of one area of a draft.</summary>
/// <param name="Kind">The badge next to the title.</param>
/// <param name="Word">The text of the badge.</param>
internal readonly record struct AreaState(StatusKind Kind, string Word)
{
    /// <param name="area">The area.</param>
    /// <param name="policy">The draft.</param>
    /// <param name="findings">The findings of the whole draft.</param>
    public static AreaState Of(PolicyArea area, WrittenPolicy policy, IEnumerable<Finding> findings)
    {
        var own = findings.Where(f => area.Holds(f.Field)).ToLookup(f => f.Severity);
        return own[Severity.Block].Count() is > 0 and var blocks ? new(StatusKind.Failed, $"{blocks} blocking")
            : own[Severity.Danger].Count() is > 0 and var dangers ? new(StatusKind.Failed, Plural.Of(dangers, "danger"))
            : own[Severity.Warn].Count() is > 0 and var warnings ? new(StatusKind.Attention, Plural.Of(warnings, "warning"))
            : area.IsEmpty(policy) ? new(StatusKind.Unknown, "Not set")
            : new(StatusKind.Ready, "Ready");
    }
}
