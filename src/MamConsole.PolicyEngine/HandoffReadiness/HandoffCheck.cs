using MamConsole.PolicyEngine.Authoring;
using MamConsole.PolicyEngine.Facts;
using MamConsole.PolicyEngine.Handoff;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;

namespace MamConsole.PolicyEngine.HandoffReadiness;

/// <summary>
/// What the console shows before a move to MDM is offered: four lights, one sentence, and the rows behind it (docs/reference/handoff.md
/// §5).
/// </summary>
/// <param name="IsOffered">Whether the policy names an MDM.</param>
/// <param name="Devices">The PCs that were looked at; null where nobody counted.</param>
/// <param name="Sentence">What becomes of work files if somebody follows the link now.</param>
/// <param name="Items">Four of them.</param>
/// <param name="Rows">By row of the table, in its order; empty where there is no PC.</param>
public sealed record HandoffCheck(
    bool IsOffered,
    int? Devices,
    string Sentence,
    ValueList<HandoffCheckItem> Items,
    ValueList<HandoffCount> Rows
)
{
    /// <param name="policy">The draft.</param>
    /// <param name="fleet">The PCs that would get it; null where nobody counted.</param>
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

    /// <summary>As if the move were offered. A flag that was not read back counts as Windows' default: keys are revoked.</summary>
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
            return new("editions", CheckState.Unknown, Title, fleet is null ? "Nobody counted the PCs." : "No PC gets this policy yet.");
        }

        var others = fleet.Devices - fleet.HomeEditions - fleet.UnknownEditions;
        var words =
            $"{fleet.HomeEditions} Home, {others} Pro or "
            + $"above{(fleet.UnknownEditions == 0 ? "" : $", {fleet.UnknownEditions} did not say")}.";
        return fleet.HomeEditions > 0
            ? policy.InformationProtection.Protects
                ? new(
                    "editions",
                    CheckState.Bad,
                    Title,
                    $"{words} Home editions lose WIP under MDM, and with it their work files: give them a policy without this offer."
                )
                : new("editions", CheckState.Attention, Title, $"{words} MDM on Home editions is not recommended.")
            : new("editions", fleet.UnknownEditions > 0 ? CheckState.Unknown : CheckState.Good, Title, words);
    }

    private static HandoffCheckItem Protection(WrittenPolicy policy)
    {
        const string Title = "WIP on both sides";
        return (policy.InformationProtection.Protects, policy.Handoff.WipInMdm) switch
        {
            (false, _) => new("protection", CheckState.Good, Title, "This policy protects nothing, so the move has nothing to lose."),
            (true, true) => new("protection", CheckState.Good, Title, "On here, and on in the MDM as you stated."),
            (true, false) when policy.InformationProtection.RevokeOnUnenroll == false => new(
                "protection",
                CheckState.Attention,
                Title,
                "On here, off in the MDM as you stated: files stay readable and nothing protects them any more."
            ),
            (true, false) => new("protection", CheckState.Bad, Title, "On here, off in the MDM as you stated: work files are lost."),
            _ => new("protection", CheckState.Unknown, Title, "On here. Nobody stated it for the MDM, and this server cannot see it."),
        };
    }

    private static HandoffCheckItem Ids(WrittenPolicy policy)
    {
        const string Title = "Primary enterprise ID on both sides";
        var own = policy.InformationProtection.PrimaryId;
        var stated = Wording.Typed(policy.Handoff.MdmEnterpriseId.Split('|')[0]);
        return !policy.InformationProtection.Protects ? new("id", CheckState.Good, Title, "Without protection no file carries one.")
            : own is null ? new("id", CheckState.Unknown, Title, "This policy has no enterprise ID yet.")
            : HandoffTable.SamePrimary(own, stated) switch
            {
                true => new("id", CheckState.Good, Title, $"{own} on both sides, as you stated."),
                false => new("id", CheckState.Bad, Title, $"{own} here, {stated} in the MDM: files of one are foreign to the other."),
                null => new("id", CheckState.Unknown, Title, $"{own} here. Nobody stated the MDM’s."),
            };
    }

    private static HandoffCheckItem Keys(WrittenPolicy policy, FleetFacts? fleet)
    {
        const string Title = "Keys kept on the move (RevokeOnMDMHandoff)";
        if (!policy.InformationProtection.Protects)
        {
            return new("keys", CheckState.Good, Title, "Without protection there are no keys to revoke.");
        }

        var retainsKeys = policy.InformationProtection.RevokeOnMdmHandoff == false;
        var wayOut = retainsKeys
            ? "The others confirm with their next check-ins."
            : "This policy does not ask them to: set “Revoke encryption keys on MDM handoff” so that keys are kept.";
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
                ? "Nobody counted the PCs, so nobody can say what a move would do to their work files."
                : "No PC gets this policy yet, so a move would touch no work files.";
        }

        (WorkFiles Files, string Words)[] ends =
        [
            (WorkFiles.Retained, "kept on {0}"),
            (WorkFiles.Wiped, "wiped on {0}"),
            (WorkFiles.Lost, "lost together with WIP on {0} with a Home edition"),
            (WorkFiles.Unprotected, "readable but unprotected on {0}"),
            (WorkFiles.Unknown, "in doubt on {0}"),
            (WorkFiles.NothingToLose, "not at stake on {0}"),
            (WorkFiles.Unchanged, "untouched on {0} whose Windows is too old to show the link"),
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
        return $"{(isOffered ? "If a user follows the link now" : "If you offered the move and a user followed it now")}: work "
            + "files "
            + $"are {list}."
            + (
                deferred > 0
                    ? $" The {(deferred == 1 ? "PC that has" : $"{deferred} PCs that have")} not confirmed "
                        + $"{(deferred == 1 ? "does" : "do")} not get the link until then."
                    : ""
            );
    }
}
