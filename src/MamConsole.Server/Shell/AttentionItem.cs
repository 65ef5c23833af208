using MamConsole.Server.Devices;
using MamConsole.Server.Policies;
using MamConsole.Server.Policies.Pages;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Shell;

/// <summary>One row of the attention list; the whole row links to the page where it can be resolved.</summary>
internal sealed record AttentionItem(StatusKind Kind, string Word, string Heading, string Reason, string Href, DateTimeOffset? Since)
{
    /// <summary>One row for each PC while there are few, otherwise one row with their number.</summary>
    public static IEnumerable<AttentionItem> Devices(DeviceState state, DevicePage found, string what, string reason)
    {
        var (kind, word) = DeviceWords.Of(state);
        return found.Total > found.Rows.Count
            ? [new(kind, word, $"{Plural.Of(found.Total, "PC")}: each {what}", reason, $"devices?state={state}", null)]
            : found.Rows.Select(row => new AttentionItem(
                kind,
                word,
                $"{row.PersonName}’s PC {what}",
                $"{row.DeviceName}, {DeviceWords.Deviations(row.Deviations)}. {reason}",
                $"devices/{row.Id}",
                null
            ));
    }

    public static IEnumerable<AttentionItem> Drafts(IEnumerable<PolicyListItem> policies) =>
        policies
            .Where(p => p.HasUnpublishedChanges)
            .Select(p => new AttentionItem(
                StatusKind.Unknown,
                "Draft",
                $"{p.Name}: unpublished changes",
                "PCs receive them after the draft is published.",
                $"policies/{p.PolicyId}/publish",
                p.DraftSavedAt
            ));

    /// <summary>
    /// Published policies with a recovery certificate that expires soon or has expired, because published policies are rarely opened.
    /// </summary>
    public static IEnumerable<AttentionItem> Certificates(IEnumerable<PolicyListItem> policies, DateTimeOffset now) =>
        from policy in policies
        where RecoveryWords.Of(policy.RecoveryEndsAt, now) is not null
        orderby policy.RecoveryEndsAt
        let words = RecoveryWords.Of(policy.RecoveryEndsAt, now)
        select new AttentionItem(
            words.Kind,
            words.Kind == StatusKind.Failed ? "Urgent" : "Plan",
            $"{policy.Name}: the recovery certificate {words.Text}",
            words.Reason,
            $"policies/{policy.PolicyId}/protection",
            null
        );

    public static IEnumerable<AttentionItem> Stale(long count) =>
        count == 0
            ? []
            :
            [
                new(
                    StatusKind.Unknown,
                    "Unknown",
                    $"{Plural.Of(count, "PC")} {(count == 1 ? "has" : "have")} not checked in recently",
                    "Their state is unknown. A PC that does not check in is never counted as compliant.",
                    "devices?state=Stale",
                    null
                ),
            ];
}
