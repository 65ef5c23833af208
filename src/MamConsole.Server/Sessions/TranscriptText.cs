using System.Globalization;
using System.Text;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Sessions;

/// <summary>Formats a complete session as one text to attach to a ticket: the description, then the masked XML of each message.</summary>
internal static class TranscriptText
{
    public static string Of(SessionDetail session)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Session {session.Row.Id} with {VisibleText.Of(session.DeviceName)} of {VisibleText.Of(session.PersonName)}"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Time(session.Row.BeganAt)}, session {(session.SessionId.Length == 0 ? "-" : VisibleText.Of(session.SessionId))}: "
                + $"{session.Row.Summary}"
        );
        text.AppendLine("Tokens and secrets are hidden.");
        foreach (var exchange in session.Exchanges)
        {
            Side(text, $"The PC, message {exchange.MessageId}, {Time(exchange.ReceivedAt)}, {exchange.Kind}", exchange.Message);
            Side(
                text,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"MamConsole, after {exchange.DurationMilliseconds:0} ms, HTTP {exchange.Status}"
                ),
                exchange.Answer
            );
            if (exchange.Note is { } note)
            {
                text.AppendLine(note);
            }
        }

        return text.ToString();
    }

    private static void Side(StringBuilder text, string title, TranscriptSide side)
    {
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"== {title}, {side.Bytes} bytes");
        foreach (var line in side.Lines)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {line.Words}{Part(line.Detail)}{Part(line.MarkWords)}{Part(line.Meta)}");
        }

        if (side.Xml is { } xml)
        {
            text.AppendLine().AppendLine(xml);
        }
    }

    private static string Part(string? part) => part is null ? "" : $" | {part}";

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture);
}
