using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>The decision table of docs/reference/handoff.md §3; the first matching row applies.</summary>
public static class HandoffTable
{
    private const int FirstBuildWithLink = 15063;

    public static HandoffVerdict Decide(HandoffFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!facts.LinkOffered)
        {
            return new("H01", false, WorkFiles.Unchanged, HandoffSeverity.Info, "No MDM handoff is offered.");
        }

        if (facts.OsBuild < FirstBuildWithLink)
        {
            return new(
                "H02",
                false,
                WorkFiles.Unchanged,
                HandoffSeverity.Error,
                "This Windows version is too old for the MDM handoff, which requires version 1703 or later."
            );
        }

        if (facts.IsHome)
        {
            return facts.WipInMam
                ? new(
                    "H03",
                    true,
                    WorkFiles.Lost,
                    HandoffSeverity.Error,
                    "On Home editions MDM has no WIP: people lose access to their work files."
                )
                : new(
                    "H04",
                    true,
                    WorkFiles.NothingToLose,
                    HandoffSeverity.Warning,
                    "The MDM handoff works, but MDM on Home editions is not recommended."
                );
        }

        return facts.WipInMam
            ? Protected(facts)
            : new("H05", true, WorkFiles.NothingToLose, HandoffSeverity.Ok, "WIP is off, so no work files are affected.");
    }

    /// <summary>Whether both IDs name the same primary domain, in any spelling; null when one is not known.</summary>
    public static bool? SamePrimary(string? mam, string? mdm) =>
        Primary(mam) is { } one && Primary(mdm) is { } other ? string.Equals(one, other, StringComparison.Ordinal) : null;

    private static HandoffVerdict Protected(HandoffFacts facts)
    {
        var spared = facts.RevokeOnUnenroll == false;
        var retained = facts.RevokeOnMdmHandoff == false;
        return (facts.WipInMdm, SamePrimary(facts.MamEnterpriseId, facts.MdmEnterpriseId)) switch
        {
            (false, _) when !spared => new(
                "H06",
                true,
                WorkFiles.Wiped,
                HandoffSeverity.Error,
                "The MDM does not use WIP: people who accept the MDM handoff lose access to their work files."
            ),
            (false, _) => new(
                "H07",
                true,
                WorkFiles.Unprotected,
                HandoffSeverity.Warning,
                "The MDM does not use WIP: work files stay readable but are no longer protected."
            ),
            (true, false) when !spared => new(
                "H08",
                true,
                WorkFiles.Wiped,
                HandoffSeverity.Error,
                Differ(facts, "people who accept the MDM handoff lose access to their work files")
            ),
            (true, false) => new(
                "H09",
                true,
                WorkFiles.Unknown,
                HandoffSeverity.Error,
                Differ(facts, "work files would keep a domain that the MDM does not manage")
            ),
            (true, true) when !retained && !spared => new(
                "H10",
                true,
                WorkFiles.Wiped,
                HandoffSeverity.Error,
                "People who accept the MDM handoff lose access to their work files, because keys are revoked. Retain the keys, unless this "
                    + "is intended."
            ),
            (true, true) when !retained => new(
                "H11",
                true,
                WorkFiles.Wiped,
                HandoffSeverity.Error,
                "Keys are revoked on MDM handoff. Retaining them on unenroll may not help: expect loss of access to work files. Retain "
                    + "the keys on MDM handoff."
            ),
            (true, true) when !spared => new(
                "H12",
                true,
                WorkFiles.Retained,
                HandoffSeverity.Ok,
                "Work files stay readable and protected under the MDM."
            ),
            (true, true) => new(
                "H13",
                true,
                WorkFiles.Retained,
                HandoffSeverity.Warning,
                "Work files stay readable and protected under the MDM; but people who unenroll keep readable files too."
            ),
            _ when retained => new(
                "H14",
                true,
                WorkFiles.Unknown,
                HandoffSeverity.Warning,
                "The effect on work files depends on the MDM: state whether it uses WIP, and its primary domain."
            ),
            _ => new(
                "H15",
                true,
                WorkFiles.Wiped,
                HandoffSeverity.Warning,
                "Access to work files is probably lost on MDM handoff: keys are revoked. Retain them, and state whether the MDM uses WIP."
            ),
        };
    }

    private static string Differ(HandoffFacts facts, string consequence) =>
        $"The primary domains differ ({Primary(facts.MamEnterpriseId)} here, {Primary(facts.MdmEnterpriseId)} in the MDM): {consequence}.";

    private static string? Primary(string? ids) =>
        ids?.Split('|')[0].Trim() is { Length: > 0 } first ? DomainName.Canonical(first) ?? first : null;
}
