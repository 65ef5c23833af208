using System.Text.Encodings.Web;
using System.Text.Json;
using MamConsole.Server.Audit;

namespace MamConsole.Server.Shell;

/// <summary>
/// A row of the audit list: one event, or consecutive saves of one policy's draft by the same person, which are combined.
/// </summary>
/// <param name="Entry">The newest event of the row.</param>
/// <param name="Oldest">The oldest event; the same as the newest when the row has one event.</param>
/// <param name="Count">The number of events that the row combines.</param>
internal sealed record AuditRow(AuditEntry Entry, AuditEntry Oldest, int Count)
{
    private const string DraftSaved = "draftSaved";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string Summary => Count == 1 ? Entry.Summary : $"Saved the draft {Count} times";

    public string Numbers => Count == 1 ? $"{Entry.Sequence}" : $"{Oldest.Sequence}–{Entry.Sequence}";

    /// <summary>The newest event as stored.</summary>
    public string Json => JsonSerializer.Serialize(Entry.Event, Indented);

    public string SubjectHref =>
        Entry.Subject.Kind switch
        {
            SubjectKind.Policy => $"policies/{Entry.Subject.Id}",
            SubjectKind.Setting => $"settings/{Entry.Subject.Id}",
            SubjectKind.Secret => "policies",
            SubjectKind.History => "settings/retention",
            _ => $"devices/{Entry.Subject.Id}",
        };

    /// <summary>Combines entries, which are ordered from newest to oldest.</summary>
    public static IEnumerable<AuditRow> Fold(IEnumerable<AuditEntry> entries)
    {
        AuditRow? open = null;
        foreach (var entry in entries)
        {
            if (open is not null && Continues(open.Oldest, entry))
            {
                open = open with { Oldest = entry, Count = open.Count + 1 };
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = new AuditRow(entry, entry, 1);
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static bool Continues(AuditEntry later, AuditEntry earlier) =>
        later.Action == DraftSaved
        && earlier.Action == DraftSaved
        && later.Actor.Id == earlier.Actor.Id
        && later.Subject.Id == earlier.Subject.Id;
}
