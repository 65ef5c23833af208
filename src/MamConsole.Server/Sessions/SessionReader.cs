using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Sessions;

/// <summary>Combines the stored rows of a session with its versions and builds the transcript.</summary>
internal sealed class SessionReader(
    SessionStore sessions,
    VersionStore versions,
    ActivePolicyCache activePolicies,
    CompilerOptions options,
    RetentionOptions retention
)
{
    public async Task<SessionDetail> DetailAsync(EnrolledDevice enrollment, SessionRecord session, CancellationToken ct)
    {
        var messages = await sessions.MessagesAsync(session.Key, ct);
        var assigned = await VersionAsync(session.Assigned, ct);
        var before = await VersionAsync(session.AcknowledgedBefore, ct);
        var after = await VersionAsync(session.AcknowledgedAfter, ct);
        var published = await activePolicies.GetAsync(ct);
        var names = new NodeNames(new[] { assigned, before }.OfType<PublishedVersion>(), enrollment.Grouping, options);
        return new SessionDetail
        {
            Row = SessionSummary.RowOf(session),
            DeviceId = enrollment.Id,
            PersonName = enrollment.PersonName,
            DeviceName = enrollment.DeviceName,
            SessionId = session.SessionId,
            Assigned = Mention(assigned, published),
            AcknowledgedBefore = Mention(before, published),
            AcknowledgedAfter = Mention(after, published),
            RetainedUntil = session.Kind == SessionRecordKind.Enrollment ? null : session.LastAt.AddDays(retention.SessionDays),
            Exchanges = Exchanges(
                messages,
                session.Kind == SessionRecordKind.Enrollment ? null : new SessionTranscript(enrollment, names),
                enrollment
            ),
        };
    }

    private async Task<PublishedVersion?> VersionAsync(long id, CancellationToken ct) => id == 0 ? null : await versions.GetAsync(id, ct);

    private static VersionMentioned? Mention(PublishedVersion? version, IReadOnlyList<ActivePolicy> published) =>
        version is null
            ? null
            : VersionMentioned.Of(version.Ref, published.FirstOrDefault(h => h.PolicyId == version.PolicyId)?.Name ?? "a policy");

    private static List<SessionExchange> Exchanges(
        IReadOnlyList<SessionMessage> messages,
        SessionTranscript? transcript,
        EnrolledDevice enrollment
    )
    {
        var exchanges = new List<SessionExchange>(messages.Count);
        DateTimeOffset? answered = null;
        foreach (var message in messages)
        {
            exchanges.Add(
                new SessionExchange
                {
                    Number = message.Number,
                    MessageId = message.MessageId,
                    ReceivedAt = message.ReceivedAt,
                    AfterMilliseconds = answered is { } last ? Math.Max(0, (message.ReceivedAt - last).TotalMilliseconds) : null,
                    DurationMilliseconds = message.Duration.TotalMilliseconds,
                    Kind = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(message.Kind.ToString()),
                    Status = message.Status,
                    Message = Side(
                        message.RequestBytes,
                        message.Request,
                        transcript is null ? _ => DescribeRequest(enrollment) : transcript.DescribeRequest,
                        transcript is not null
                    ),
                    Answer = Side(
                        message.AnswerBytes,
                        message.Answer,
                        transcript is null ? _ => DescribeResponse(enrollment) : transcript.DescribeResponse,
                        transcript is not null
                    ),
                    Note = message.Note,
                }
            );
            answered = message.ReceivedAt + message.Duration;
        }

        return exchanges;
    }

    private static TranscriptSide Side(long bytes, byte[]? body, Func<SyncMLMessage, IReadOnlyList<TranscriptLine>> describe, bool isSyncML)
    {
        if (body is null)
        {
            return new TranscriptSide(
                bytes,
                [new TranscriptLine("This message was not stored.") { Mark = LineMark.Unknown, MarkWords = "Not stored" }],
                null
            );
        }

        IReadOnlyList<TranscriptLine> lines;
        try
        {
            lines = describe(isSyncML ? SyncMLReader.Read(body) : null!);
        }
        catch (SyncMLFormatException unreadable)
        {
            // Masking a secret never breaks a message, but a message of a later protocol version could fail to parse here.
            lines =
            [
                new TranscriptLine($"This message cannot be shown as text: {unreadable.Message}")
                {
                    Mark = LineMark.Unknown,
                    MarkWords = "XML only",
                },
            ];
        }

        return new TranscriptSide(bytes, lines, PrettyXml.Of(body));
    }

    private static IReadOnlyList<TranscriptLine> DescribeRequest(EnrolledDevice enrollment) =>
        [
            new TranscriptLine(
                $"The device {VisibleText.Of(enrollment.DeviceName)} requests enrollment, with "
                    + $"{VisibleText.Of(WindowsNames.Version(enrollment.OsVersion, enrollment.OsBuild))}."
            ),
            new TranscriptLine($"The device sends the token of {VisibleText.Of(enrollment.PersonName)}.") { Meta = "token hidden" },
        ];

    private static IReadOnlyList<TranscriptLine> DescribeResponse(EnrolledDevice enrollment) =>
        [
            new TranscriptLine("The server enrolls the device and sends the URL for its check-ins.")
            {
                Mark = LineMark.Good,
                MarkWords = "Enrolled",
                Detail = $"/mam/sync/{enrollment.Id}",
            },
        ];
}
