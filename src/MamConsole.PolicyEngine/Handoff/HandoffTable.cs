using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.Handoff;

/// <summary>The decision table of docs/reference/handoff.md §3; the first row that fits wins.</summary>
public static class HandoffTable
{
    private const int FirstBuildWithLink = 15063;

    public static HandoffVerdict Decide(HandoffFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!facts.LinkOffered)
        {
            return new("H01", false, WorkFiles.Unchanged, HandoffSeverity.Info, "No move to MDM is offered.");
        }

        if (facts.OsBuild < FirstBuildWithLink)
        {
            return new(
                "H02",
                false,
                WorkFiles.Unchanged,
                HandoffSeverity.Error,
                "This Windows is too old to offer the move: it began with version 1703."
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
                    "On Home editions MDM has no information protection: people lose access to their work files."
                )
                : new(
                    "H04",
                    true,
                    WorkFiles.NothingToLose,
                    HandoffSeverity.Warning,
                    "The move works, but MDM on Home editions is not recommended."
                );
        }

        return facts.WipInMam
            ? Protected(facts)
            : new("H05", true, WorkFiles.NothingToLose, HandoffSeverity.Ok, "Nothing is protected, so the move has nothing to lose.");
    }

    /// <summary>Whether both IDs name the same primary domain, however they are spelled; null when one is not known.</summary>
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
                "The MDM does not protect information: who moves loses their work files."
            ),
            (false, _) => new(
                "H07",
                true,
                WorkFiles.Unprotected,
                HandoffSeverity.Warning,
                "The MDM does not protect information: work files stay readable, and nothing protects them any more."
            ),
            (true, false) when !spared => new(
                "H08",
                true,
                WorkFiles.Wiped,
                HandoffSeverity.Error,
                Differ(facts, "who moves loses their work files")
            ),
            (true, false) => new(
                "H09",
                true,
                WorkFiles.Unknown,
                HandoffSeverity.Error,
                Differ(facts, "work files would carry a domain that nobody manages")
            ),
            (true, true) when !retained && !spared => new(
                "H10",
                true,
                WorkFiles.Wiped,
                HandoffSeverity.Error,
                "Who moves loses their work files, because keys are revoked on the move. Keep them on the move to MDM, unless you want "
                    + "that."
            ),
            (true, true) when !retained => new(
                "H11",
                true,
                WorkFiles.Wiped,
                HandoffSeverity.Error,
                "Keys are revoked on the move. That they are kept at unenrollment may not help: expect work files to be lost. Keep "
                    + "keys on the move to MDM."
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
                "Work files stay readable and protected under the MDM; but people who leave keep readable files too."
            ),
            _ when retained => new(
                "H14",
                true,
                WorkFiles.Unknown,
                HandoffSeverity.Warning,
                "Whether work files survive depends on the MDM: state whether it protects information, and with which first domain."
            ),
            _ => new(
                "H15",
                true,
                WorkFiles.Wiped,
                HandoffSeverity.Warning,
                "Who moves probably loses their work files: keys are revoked on the move. Keep them, and state what the MDM does."
            ),
        };
    }

    private static string Differ(HandoffFacts facts, string consequence) =>
        $"The first domains differ ({Primary(facts.MamEnterpriseId)} here, {Primary(facts.MdmEnterpriseId)} in the MDM): {consequence}.";

    private static string? Primary(string? ids) =>
        ids?.Split('|')[0].Trim() is { Length: > 0 } first ? DomainName.Canonical(first) ?? first : null;
}
