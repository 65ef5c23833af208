using MamConsole.PolicyEngine;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;

namespace MamConsole.Server.HelpDesk;

/// <summary>Puts a conversation's rows together with its versions into what people read.</summary>
internal sealed class ConversationReading(
    ConversationStore conversations,
    VersionStore versions,
    PolicyHeads heads,
    CompilerOptions options,
    RetentionOptions retention
)
{
    public async Task<ConversationDetail> DetailAsync(EnrolledDevice enrollment, Conversation conversation, CancellationToken ct)
    {
        var messages = await conversations.MessagesAsync(conversation.Key, ct);
        var assigned = await VersionAsync(conversation.Assigned, ct);
        var before = await VersionAsync(conversation.AcknowledgedBefore, ct);
        var after = await VersionAsync(conversation.AcknowledgedAfter, ct);
        var published = await heads.GetAsync(ct);
        var names = new NodeNames(new[] { assigned, before }.OfType<PublishedVersion>(), enrollment.Grouping, options);
        return new ConversationDetail
        {
            Row = ConversationSummary.RowOf(conversation),
            DeviceId = enrollment.Id,
            PersonName = enrollment.PersonName,
            DeviceName = enrollment.DeviceName,
            SessionId = conversation.SessionId,
            Assigned = Mention(assigned, published),
            AcknowledgedBefore = Mention(before, published),
            AcknowledgedAfter = Mention(after, published),
            KeptUntil = conversation.Kind == ConversationKind.Enrollment ? null : conversation.LastAt.AddDays(retention.ConversationDays),
            Exchanges = Exchanges(
                messages,
                conversation.Kind == ConversationKind.Enrollment ? null : new Dialogue(enrollment, names),
                enrollment
            ),
        };
    }

    private async Task<PublishedVersion?> VersionAsync(long id, CancellationToken ct) => id == 0 ? null : await versions.GetAsync(id, ct);

    private static VersionMentioned? Mention(PublishedVersion? version, IReadOnlyList<PolicyHead> published) =>
        version is null
            ? null
            : new VersionMentioned(
                version.PolicyId,
                published.FirstOrDefault(h => h.PolicyId == version.PolicyId)?.Name ?? "a policy",
                version.Number
            );

    private static List<ConversationExchange> Exchanges(
        IReadOnlyList<ConversationMessage> messages,
        Dialogue? dialogue,
        EnrolledDevice enrollment
    )
    {
        var exchanges = new List<ConversationExchange>(messages.Count);
        DateTimeOffset? answered = null;
        foreach (var message in messages)
        {
            exchanges.Add(
                new ConversationExchange
                {
                    Number = message.Number,
                    MessageId = message.MessageId,
                    ReceivedAt = message.ReceivedAt,
                    AfterMilliseconds = answered is { } last ? Math.Max(0, (message.ReceivedAt - last).TotalMilliseconds) : null,
                    TookMilliseconds = message.Took.TotalMilliseconds,
                    Kind = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(message.Kind.ToString()),
                    Status = message.Status,
                    Message = Side(
                        message.RequestBytes,
                        message.Request,
                        dialogue is null ? _ => Asks(enrollment) : dialogue.Hear,
                        dialogue is not null
                    ),
                    Answer = Side(
                        message.AnswerBytes,
                        message.Answer,
                        dialogue is null ? _ => Grants(enrollment) : dialogue.Say,
                        dialogue is not null
                    ),
                    Note = message.Note,
                }
            );
            answered = message.ReceivedAt + message.Took;
        }

        return exchanges;
    }

    private static ConversationSide Side(long bytes, byte[]? body, Func<SyncMLMessage, IReadOnlyList<ConversationLine>> say, bool isSyncML)
    {
        if (body is null)
        {
            return new ConversationSide(
                bytes,
                [new ConversationLine("This was not kept.") { Mark = LineMark.Unknown, MarkWords = "Not kept" }],
                null
            );
        }

        IReadOnlyList<ConversationLine> lines;
        try
        {
            lines = say(isSyncML ? SyncMLReader.Read(body) : null!);
        }
        catch (SyncMLFormatException unreadable)
        {
            // Hiding a secret never breaks a message; one of a later version's shape could be told here all the same.
            lines =
            [
                new ConversationLine($"This message cannot be put into words: {unreadable.Message}")
                {
                    Mark = LineMark.Unknown,
                    MarkWords = "Only as XML",
                },
            ];
        }

        return new ConversationSide(bytes, lines, PrettyXml.Of(body));
    }

    private static IReadOnlyList<ConversationLine> Asks(EnrolledDevice enrollment) =>
        [
            new ConversationLine(
                $"Please take me in: I am {VisibleText.Of(enrollment.DeviceName)}, with {VisibleText.Of(WindowsNames.Version(enrollment.OsVersion, enrollment.OsBuild))}."
            ),
            new ConversationLine($"Here is the proof that {VisibleText.Of(enrollment.PersonName)} uses me.") { Meta = "token hidden" },
        ];

    private static IReadOnlyList<ConversationLine> Grants(EnrolledDevice enrollment) =>
        [
            new ConversationLine("You are enrolled. This is your own address; call me there.")
            {
                Mark = LineMark.Good,
                MarkWords = "Enrolled",
                Detail = $"/mam/sync/{enrollment.Id}",
            },
        ];
}
