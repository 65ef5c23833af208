using System.Globalization;
using System.Text;

namespace MamConsole.Server.HelpDesk;

/// <summary>A whole conversation as one text, to be sent to somebody: words, then the masked XML of each message.</summary>
internal static class ConversationText
{
    public static string Of(ConversationDetail conversation)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Conversation {conversation.Row.Id} with {VisibleText.Of(conversation.DeviceName)} of {VisibleText.Of(conversation.PersonName)}"
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Time(conversation.Row.BeganAt)}, session {(conversation.SessionId.Length == 0 ? "-" : VisibleText.Of(conversation.SessionId))}: {conversation.Row.Summary}"
        );
        text.AppendLine("Tokens and secrets are hidden.");
        foreach (var exchange in conversation.Exchanges)
        {
            Side(text, $"The PC, message {exchange.MessageId}, {Time(exchange.ReceivedAt)}, {exchange.Kind}", exchange.Message);
            Side(
                text,
                string.Create(CultureInfo.InvariantCulture, $"MamConsole, after {exchange.TookMilliseconds:0} ms, HTTP {exchange.Status}"),
                exchange.Answer
            );
            if (exchange.Note is { } note)
            {
                text.AppendLine(note);
            }
        }

        return text.ToString();
    }

    private static void Side(StringBuilder text, string title, ConversationSide side)
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
