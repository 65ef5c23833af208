using System.Globalization;
using MamConsole.Server.Fleet;
using MamConsole.Server.Ui;

namespace MamConsole.Server.HelpDesk;

/// <summary>A conversation in one line.</summary>
internal static class ConversationSummary
{
    public static ConversationRow RowOf(Conversation conversation) =>
        new()
        {
            Id = IdOf(conversation.Key),
            Kind = conversation.Kind.ToString().ToLowerInvariant(),
            Summary = Of(conversation),
            BeganAt = conversation.BeganAt,
            LastAt = conversation.LastAt,
            Ending = conversation.Ending.ToString().ToLowerInvariant(),
            Times = conversation.Times,
            Messages = conversation.Messages,
            Extras = conversation.Extras,
            Wrote = conversation.Wrote,
            Asked = conversation.Asked,
            Done = conversation.Done,
            Refused = conversation.Refused,
            Unanswered = conversation.Unanswered,
            Bytes = conversation.BytesIn + conversation.BytesOut,
            Mark =
                conversation.Refused > 0 ? LineMark.Bad
                : conversation.Ending is ConversationEnding.Closed or ConversationEnding.Unenrolled && conversation.Unanswered == 0
                    ? LineMark.Good
                : LineMark.Unknown,
        };

    public static string IdOf(long key) => key.ToString(CultureInfo.InvariantCulture);

    /// <summary>The id of the conversation that brought a deviation.</summary>
    public static string? IdOf(IReadOnlyDictionary<(string SessionId, DateTimeOffset At), long> conversations, KnownDeviation known) =>
        conversations.TryGetValue((known.SessionId, known.Since), out var key) ? IdOf(key) : null;

    /// <summary>"0.4 s", "38 ms", "3 min".</summary>
    public static string Duration(TimeSpan span) =>
        span < TimeSpan.FromMilliseconds(1) ? "under 1 ms"
        : span < TimeSpan.FromMilliseconds(100) ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0} ms")
        : span < TimeSpan.FromSeconds(90) ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min");

    private static string Of(Conversation c)
    {
        if (c.Kind == ConversationKind.Enrollment)
        {
            return "The PC enrolled.";
        }

        var asked = c.Wrote + c.Asked;
        List<string> parts = [What(c, asked), .. Counted(c)];
        var ending = c.Ending switch
        {
            ConversationEnding.Open => "still going on",
            ConversationEnding.Aborted => "the PC gave up",
            ConversationEnding.Unenrolled => "the PC left",
            ConversationEnding.Replaced => "the PC began anew",
            ConversationEnding.Lost => "the PC was not heard again",
            _ => null,
        };
        return string.Join("; ", ending is null ? parts : parts.Append(ending));
    }

    private static string What(Conversation c, long asked)
    {
        if (asked == 0)
        {
            return c.Times > 1 ? $"nothing was due, {Plural.Number(c.Times)} times" : "nothing was due";
        }

        string?[] verdicts =
        [
            $"asked {Plural.Number(asked)}",
            $"{Plural.Number(c.Done)} done",
            c.Refused > 0 ? $"{Plural.Number(c.Refused)} refused" : null,
            c.Unanswered > 0 ? $"{Plural.Number(c.Unanswered)} without an answer" : null,
        ];
        return string.Join(", ", verdicts.Where(v => v is not null));
    }

    private static IEnumerable<string> Counted(Conversation c)
    {
        if (c.Times == 1)
        {
            yield return Plural.Of(c.Messages, "message");
            yield return Duration(c.Messages > 1 ? c.LastAt - c.BeganAt : c.Took);
        }

        if (c.Extras > 0)
        {
            yield return $"{Plural.Number(c.Extras)} more came twice or out of place";
        }
    }
}
