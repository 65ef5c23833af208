using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.HandoffReadiness;

/// <summary>
/// The readiness check that the console shows before an MDM handoff is offered: four check items, one sentence and the matching rows of the
/// decision table (docs/reference/handoff.md §5).
/// </summary>
/// <param name="IsOffered">Whether the policy names an MDM.</param>
/// <param name="Devices">The number of PCs; null when they were not counted.</param>
/// <param name="Sentence">The effect on work files if a user follows the link now.</param>
/// <param name="Items">The four check items.</param>
/// <param name="Rows">The matching rows of the table, in its order; empty when there is no PC.</param>
public sealed record HandoffCheck(
    bool IsOffered,
    int? Devices,
    string Sentence,
    ValueList<HandoffCheckItem> Items,
    ValueList<HandoffCount> Rows
)
{
    /// <param name="policy">The draft.</param>
    /// <param name="fleet">The PCs that would get it; null when they were not counted.</param>
    public static HandoffCheck Of(WrittenPolicy policy, FleetFacts? fleet)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var isOffered = Wording.Typed(policy.Handoff.DiscoveryUrl) is not null;
        ValueList<HandoffCheckItem> items = [Editions(policy, fleet), Protection(policy), Ids(policy), Keys(policy, fleet)];
        var rows = (fleet?.HandoffGroups ?? [])
            .Where(group => group.Devices > 0)
            .Select(group => (Verdict: HandoffTable.Decide(FactsOf(policy, group)), group.Devices))
            .GroupBy(one => one.Verdict)
            .Select(same => new HandoffCount(same.Key, same.Sum(one => one.Devices)))
            .OrderBy(row => row.Verdict.Row, StringComparer.Ordinal)
            .ToValueList();
        return new HandoffCheck(isOffered, fleet?.Devices, Summarize(policy, fleet, isOffered, rows), items, rows);
    }

    /// <summary>
    /// Evaluates the table as if the handoff were offered. A flag that was not read back counts as Windows' default: keys are revoked.
    /// </summary>
    private static HandoffFacts FactsOf(WrittenPolicy policy, FleetGroup group) =>
        new(
            LinkOffered: true,
            group.IsHome,
            group.IsTooOld ? 0 : null,
            policy.InformationProtection.Protects,
            policy.Handoff.WipInMdm,
            policy.InformationProtection.PrimaryId,
            policy.Handoff.MdmEnterpriseId,
            RevokeOnMdmHandoff: group.RetainsKeys ? false : null,
            policy.InformationProtection.RevokeOnUnenroll
        );

    private static HandoffCheckItem Editions(WrittenPolicy policy, FleetFacts? fleet)
    {
        const string Title = "Windows editions";
        if (fleet is null or { Devices: 0 })
        {
            return new("editions", CheckState.Unknown, Title, fleet is null ? "The PCs were not counted." : "No PC gets this policy yet.");
        }

        var others = fleet.Devices - fleet.HomeEditions - fleet.UnknownEditions;
        var words =
            $"{fleet.HomeEditions} Home, {others} Pro or "
            + $"above{(fleet.UnknownEditions == 0 ? "" : $", {fleet.UnknownEditions} not reported")}.";
        return fleet.HomeEditions > 0
            ? policy.InformationProtection.Protects
                ? new(
                    "editions",
                    CheckState.Bad,
                    Title,
                    $"{words} Home editions lose WIP under MDM, and with it their work files: assign them a policy without this offer."
                )
                : new("editions", CheckState.Attention, Title, $"{words} MDM on Home editions is not recommended.")
            : new("editions", fleet.UnknownEditions > 0 ? CheckState.Unknown : CheckState.Good, Title, words);
    }

    private static HandoffCheckItem Protection(WrittenPolicy policy)
    {
        const string Title = "WIP on both sides";
        return (policy.InformationProtection.Protects, policy.Handoff.WipInMdm) switch
        {
            (false, _) => new("protection", CheckState.Good, Title, "WIP is off in this policy, so no work files are affected."),
            (true, true) => new("protection", CheckState.Good, Title, "On in this policy, and on in the MDM as stated."),
            (true, false) when policy.InformationProtection.RevokeOnUnenroll == false => new(
                "protection",
                CheckState.Attention,
                Title,
                "On in this policy, off in the MDM as stated: files stay readable but are no longer protected."
            ),
            (true, false) => new(
                "protection",
                CheckState.Bad,
                Title,
                "On in this policy, off in the MDM as stated: work files become unreadable."
            ),
            _ => new("protection", CheckState.Unknown, Title, "On in this policy. Not stated for the MDM, and this server cannot see it."),
        };
    }

    private static HandoffCheckItem Ids(WrittenPolicy policy)
    {
        const string Title = "Primary enterprise ID on both sides";
        var own = policy.InformationProtection.PrimaryId;
        var stated = Wording.Typed(policy.Handoff.MdmEnterpriseId.Split('|')[0]);
        return !policy.InformationProtection.Protects ? new("id", CheckState.Good, Title, "WIP is off, so no file has an enterprise ID.")
            : own is null ? new("id", CheckState.Unknown, Title, "This policy has no enterprise ID yet.")
            : HandoffTable.SamePrimary(own, stated) switch
            {
                true => new("id", CheckState.Good, Title, $"{own} on both sides, as stated."),
                false => new(
                    "id",
                    CheckState.Bad,
                    Title,
                    $"{own} in this policy, {stated} in the MDM: neither can read the other’s files."
                ),
                null => new("id", CheckState.Unknown, Title, $"{own} in this policy. Not stated for the MDM."),
            };
    }

    private static HandoffCheckItem Keys(WrittenPolicy policy, FleetFacts? fleet)
    {
        const string Title = "Keys retained on MDM handoff (RevokeOnMDMHandoff)";
        if (!policy.InformationProtection.Protects)
        {
            return new("keys", CheckState.Good, Title, "WIP is off, so there are no keys to revoke.");
        }

        var retainsKeys = policy.InformationProtection.RevokeOnMdmHandoff == false;
        var wayOut = retainsKeys
            ? "The others confirm at their next check-in."
            : "This policy does not retain keys: set “Revoke encryption keys on MDM handoff” so that keys are retained.";
        return fleet is null or { Devices: 0 }
                ? new("keys", CheckState.Unknown, Title, retainsKeys ? "No PC has confirmed it yet." : $"No PC has confirmed it. {wayOut}")
            : fleet.RetainKeysOnHandoff == fleet.Devices
                ? new("keys", CheckState.Good, Title, $"Read back as 0 on all {Wording.Unit(fleet.Devices, "PC")}.")
            : new(
                "keys",
                retainsKeys ? CheckState.Attention : CheckState.Bad,
                Title,
                $"Read back as 0 on {fleet.RetainKeysOnHandoff} of {Wording.Unit(fleet.Devices, "PC")}. {wayOut}"
            );
    }

    private static string Summarize(WrittenPolicy policy, FleetFacts? fleet, bool isOffered, ValueList<HandoffCount> rows)
    {
        if (rows.Count == 0)
        {
            return fleet is null
                ? "The PCs were not counted, so the effect of an MDM handoff on work files is not known."
                : "No PC gets this policy yet, so an MDM handoff would affect no work files.";
        }

        (WorkFiles Files, string Words)[] ends =
        [
            (WorkFiles.Retained, "retained on {0}"),
            (WorkFiles.Wiped, "wiped on {0}"),
            (WorkFiles.Lost, "lost because WIP ends on {0} with a Home edition"),
            (WorkFiles.Unprotected, "readable but unprotected on {0}"),
            (WorkFiles.Unknown, "in an unknown state on {0}"),
            (WorkFiles.NothingToLose, "not affected on {0}"),
            (WorkFiles.Unchanged, "unchanged on {0} whose Windows version is too old to show the link"),
        ];
        var parts = ends.Select(end => (end.Words, Count: rows.Where(row => row.Verdict.WorkFiles == end.Files).Sum(row => row.Devices)))
            .Where(end => end.Count > 0)
            .Select(end => string.Format(System.Globalization.CultureInfo.InvariantCulture, end.Words, Wording.Unit(end.Count, "PC")))
            .ToArray();
        var list = parts is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} and {last}" : parts[0];
        var deferred =
            isOffered && policy.InformationProtection is { Protects: true, RevokeOnMdmHandoff: false }
                ? fleet!.Devices - fleet.RetainKeysOnHandoff
                : 0;
        return $"{(isOffered ? "If a user follows the link now" : "If you offered the MDM handoff and a user accepted it now")}: work "
            + "files "
            + $"are {list}."
            + (
                deferred > 0
                    ? $" The {(deferred == 1 ? "PC that has" : $"{deferred} PCs that have")} not confirmed "
                        + $"{(deferred == 1 ? "does" : "do")} not get the link until that confirmation."
                    : ""
            );
    }
}
