using System.Globalization;
using MamConsole.Server.Fleet;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Sessions;

/// <summary>Describes a session in one line.</summary>
internal static class SessionSummary
{
    public static SessionRow RowOf(SessionRecord session) =>
        new()
        {
            Id = SessionIds.Of(session.Key),
            Kind = session.Kind.ToString().ToLowerInvariant(),
            Summary = Of(session),
            BeganAt = session.BeganAt,
            LastAt = session.LastAt,
            Ending = session.Ending.ToString().ToLowerInvariant(),
            Times = session.Times,
            Messages = session.Messages,
            Extras = session.Extras,
            Wrote = session.Wrote,
            Requested = session.Requested,
            Done = session.Done,
            Rejected = session.Rejected,
            Unanswered = session.Unanswered,
            Bytes = session.BytesIn + session.BytesOut,
            Mark =
                session.Rejected > 0 ? LineMark.Bad
                : session.Ending is SessionEnding.Closed or SessionEnding.Unenrolled && session.Unanswered == 0 ? LineMark.Good
                : LineMark.Unknown,
        };

    /// <summary>"0.4 s", "38 ms", "3 min".</summary>
    public static string Duration(TimeSpan span) =>
        span < TimeSpan.FromMilliseconds(1) ? "under 1 ms"
        : span < TimeSpan.FromMilliseconds(100) ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0} ms")
        : span < TimeSpan.FromSeconds(90) ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min");

    private static string Of(SessionRecord c)
    {
        if (c.Kind == SessionRecordKind.Enrollment)
        {
            return "The PC enrolled.";
        }

        var requested = c.Wrote + c.Requested;
        List<string> parts = [What(c, requested), .. Counted(c)];
        var ending = c.Ending switch
        {
            SessionEnding.Open => "in progress",
            SessionEnding.Aborted => "aborted by the PC",
            SessionEnding.Unenrolled => "the PC unenrolled",
            SessionEnding.Replaced => "replaced by a new session",
            SessionEnding.Lost => "no further message from the PC",
            _ => null,
        };
        return string.Join("; ", ending is null ? parts : parts.Append(ending));
    }

    private static string What(SessionRecord c, long requested)
    {
        if (requested == 0)
        {
            return c.Times > 1 ? $"{Plural.Number(c.Times)} check-ins, nothing to do" : "nothing to do";
        }

        string?[] verdicts =
        [
            $"{Plural.Of(requested, "command")}",
            $"{Plural.Number(c.Done)} OK",
            c.Rejected > 0 ? $"{Plural.Number(c.Rejected)} rejected" : null,
            c.Unanswered > 0 ? $"{Plural.Number(c.Unanswered)} without a response" : null,
        ];
        return string.Join(", ", verdicts.Where(v => v is not null));
    }

    private static IEnumerable<string> Counted(SessionRecord c)
    {
        if (c.Times == 1)
        {
            yield return Plural.Of(c.Messages, "message");
            yield return Duration(c.Messages > 1 ? c.LastAt - c.BeganAt : c.Duration);
        }

        if (c.Extras > 0)
        {
            yield return $"{Plural.Number(c.Extras)} more repeated or outside of a session";
        }
    }
}
