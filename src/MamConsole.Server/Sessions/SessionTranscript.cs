using System.Collections.Immutable;
using System.Globalization;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;
using MamConsole.Server.Devices;
using MamConsole.Server.Fleet;
using MamConsole.Server.Ui;

namespace MamConsole.Server.Sessions;

/// <summary>
/// Describes the messages of one session as text, in their order. It stores the sent commands, so that a status or result is described with
/// the name of its setting.
/// </summary>
internal sealed class SessionTranscript(EnrolledDevice enrollment, NodeNames names)
{
    private readonly Dictionary<(int Message, string Command), (string Name, string? Uri)> requested = [];

    /// <summary>Describes a message of the device.</summary>
    public IReadOnlyList<TranscriptLine> DescribeRequest(SyncMLMessage message)
    {
        var lines = new List<TranscriptLine>();
        foreach (var command in message.Commands)
        {
            lines.AddRange(
                command switch
                {
                    SyncCommand.Alert alert => [Alert(alert)],
                    SyncCommand.Replace replace => Facts(replace),
                    SyncCommand.Status status => Status(status, message.Header.MessageId),
                    SyncCommand.Results results => Results(results),
                    _ =>
                    [
                        new TranscriptLine($"The device sends a command that devices should not send: {VisibleText.Of(command.Name)}.")
                        {
                            Mark = LineMark.Unknown,
                            MarkWords = "Not accepted",
                        },
                    ],
                }
            );
        }

        if (!message.Final)
        {
            lines.Add(new TranscriptLine("More messages follow."));
        }

        return lines.Count > 0 ? lines : [new TranscriptLine("The device sends no data.")];
    }

    /// <summary>Describes a message of the server.</summary>
    public IReadOnlyList<TranscriptLine> DescribeResponse(SyncMLMessage answer)
    {
        var lines = new List<TranscriptLine>();
        var commands = answer.Commands.Where(c => c is not (SyncCommand.Status or SyncCommand.Alert)).ToImmutableArray();
        var statuses = answer.Commands.OfType<SyncCommand.Status>().ToArray();
        var mine = statuses.Where(s => s.CommandRef != SyncMLNames.HeaderRef).ToArray();
        var wrong = mine.Where(s => !s.Code.IsSuccess && s.Code != StatusCode.ChunkBuffered).ToArray();
        var header = statuses.FirstOrDefault(s => s.CommandRef == SyncMLNames.HeaderRef)?.Code ?? StatusCode.None;
        if (answer.Header.MessageId == 1 || !header.IsSuccess || wrong.Length > 0)
        {
            lines.Add(Understood(header, mine, wrong));
        }

        foreach (var alert in answer.Commands.OfType<SyncCommand.Alert>())
        {
            lines.Add(
                new TranscriptLine(
                    alert.Code switch
                    {
                        1222 => "The server requests the next message.",
                        1225 => "A part of a long value was not received. The server requests it again.",
                        _ => $"Alert {alert.Code}.",
                    }
                )
                {
                    Meta = Invariant($"alert {alert.Code}"),
                }
            );
        }

        foreach (var command in commands)
        {
            DescribeRead(command, answer.Header.MessageId, lines, together: null);
        }

        if (commands.IsEmpty && answer.Final)
        {
            lines.Add(
                new TranscriptLine("The server has no further commands and closes the session.")
                {
                    Mark = LineMark.Good,
                    MarkWords = "Closed",
                }
            );
        }

        return lines.Count > 0 ? lines : [new TranscriptLine("The server waits for the results of the device.")];
    }

    private TranscriptLine Understood(StatusCode header, SyncCommand.Status[] mine, SyncCommand.Status[] wrong) =>
        header.IsSuccess
            ? new TranscriptLine(
                $"The server identified the device: {VisibleText.Of(enrollment.PersonName)}, enrolled on "
                    + $"{enrollment.EnrolledAt.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}."
            )
            {
                Mark = LineMark.Good,
                MarkWords = "Accepted",
                Detail =
                    mine.Length == 0 ? null
                    : wrong.Length == 0 ? $"{Plural.Of(mine.Length, "command")} of the device: all accepted."
                    : $"{Plural.Of(mine.Length, "command")} of the device; not accepted: "
                        + string.Join(", ", wrong.Select(s => $"{VisibleText.Of(s.Command)} {VisibleText.Of(s.CommandRef)} ({s.Code})"))
                        + ".",
            }
            : new TranscriptLine("The server does not accept this message.")
            {
                Mark = LineMark.Bad,
                MarkWords = Invariant($"Status {header}"),
            };

    private void DescribeRead(SyncCommand command, int message, List<TranscriptLine> lines, string? together)
    {
        var (items, inside) = command.Parts();
        var uri = items is [{ Target: { } target }, ..] ? target : null;
        requested[(message, command.CmdId)] = (command.Name, uri);
        foreach (var child in inside)
        {
            DescribeRead(child, message, lines, command is SyncCommand.Atomic ? "all or nothing" : together);
        }

        if (uri is null)
        {
            return;
        }

        var label = names.LabelOf(uri);
        var value = items[0].Data;
        lines.Add(
            new TranscriptLine(
                command.Name switch
                {
                    "Get" => $"Read “{label}”.",
                    "Delete" => $"Remove “{label}”.",
                    "Exec" => $"Execute “{label}”.",
                    _ => $"Set “{label}”:",
                }
            )
            {
                Detail = command.Name is "Add" or "Replace" or "Exec" && value is { Length: > 0 } ? names.ValueOf(uri, value) : null,
                Meta = together is null
                    ? $"command {VisibleText.Of(command.CmdId)}"
                    : $"command {VisibleText.Of(command.CmdId)}, {together}",
                LocUri = VisibleText.Of(uri),
            }
        );
    }

    private static TranscriptLine Alert(SyncCommand.Alert alert)
    {
        var item = alert.Items is [var first, ..] ? first : new SyncItem();
        var meta = Invariant($"alert {alert.Code}");
        return (alert.Code, item.Type) switch
        {
            (1201, _) => new TranscriptLine("The device starts a session.") { Meta = meta },
            (1200, _) => new TranscriptLine("The device starts a session, as requested by the server.") { Meta = meta },
            (1222, _) => new TranscriptLine("The device requests the next message.") { Meta = meta },
            (1223, _) => new TranscriptLine("The device aborts the session.")
            {
                Mark = LineMark.Unknown,
                MarkWords = "Aborted",
                Meta = meta,
            },
            (1224, "com.microsoft/MDM/LoginStatus") => new TranscriptLine(
                item.Data switch
                {
                    "user" => "The person who enrolled the device is signed in.",
                    "others" => "Another person is signed in.",
                    "none" => "No person is signed in.",
                    _ => $"Signed-in person: {VisibleText.Of(item.Data ?? "")}",
                }
            )
            {
                Meta = "login status",
            },
            (1224, { } type) when type.Contains("token", StringComparison.OrdinalIgnoreCase) => new TranscriptLine(
                "The device sends its token."
            )
            {
                Meta = "token hidden",
            },
            (1226, "com.microsoft:mdm.unenrollment.userrequest") => new TranscriptLine(
                "The work account was removed, so the device unenrolls."
            )
            {
                Mark = LineMark.Unknown,
                MarkWords = "Unenrolls",
                Meta = meta,
            },
            _ => new TranscriptLine($"The device reports: {VisibleText.Of(item.Type ?? "an alert without a type")}.")
            {
                Detail = item.Data is { Length: > 0 } data ? VisibleText.Of(data) : null,
                Meta = meta,
            },
        };
    }

    /// <summary>Describes the properties that a device reports.</summary>
    private static IEnumerable<TranscriptLine> Facts(SyncCommand.Replace replace)
    {
        var facts = replace
            .Items.Where(i => i.Source is not null)
            .GroupBy(i => i.Source!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => VisibleText.Of(g.First().Data ?? ""), StringComparer.Ordinal);
        if (facts.Count == 0)
        {
            yield break;
        }

        var model = $"{facts.GetValueOrDefault(DevInfoCsp.Man.Uri)} {facts.GetValueOrDefault(DevInfoCsp.Mod.Uri)}".Trim();
        var language = facts.GetValueOrDefault(DevInfoCsp.Lang.Uri);
        yield return new TranscriptLine(
            model.Length == 0 ? "The device sends its properties."
            : language is { Length: > 0 } ? $"The device is a {model} with the language {language}."
            : $"The device is a {model}."
        )
        {
            Meta = Plural.Of(facts.Count, "fact"),
        };
    }

    private IEnumerable<TranscriptLine> Status(SyncCommand.Status status, int message)
    {
        if (status.CommandRef == SyncMLNames.HeaderRef)
        {
            if (!status.Code.IsSuccess)
            {
                yield return new TranscriptLine("The device rejected the message of the server.")
                {
                    Mark = LineMark.Bad,
                    MarkWords = Invariant($"Status {status.Code}"),
                };
            }

            yield break;
        }

        var (name, uri) = requested.GetValueOrDefault((status.MessageRef, status.CommandRef), (status.Command, null));
        var isGroup = name is "Atomic" or "Sequence";
        if ((isGroup || name == "Get") && status.Code.IsSuccess)
        {
            // The statuses of the group's commands, or the value, contain the same information.
            yield break;
        }

        var label =
            isGroup ? (name == "Atomic" ? "All or nothing" : "The whole sequence")
            : uri is null ? $"{VisibleText.Of(name)} {VisibleText.Of(status.CommandRef)}"
            : names.LabelOf(uri);
        yield return Verdict(label, name, status) with
        {
            LocUri = uri is null ? null : VisibleText.Of(uri),
            Meta = requested.ContainsKey((status.MessageRef, status.CommandRef)) || message == 1 ? null : "not requested",
        };
    }

    private static TranscriptLine Verdict(string label, string name, SyncCommand.Status status)
    {
        var code = status.Code.ToString();
        var error = status.OriginalError is { } original ? $"Windows error: {VisibleText.Of(original)}." : null;
        return (name, status.Code) switch
        {
            // The status of the command that failed is a line of its own, with the reason.
            ("Atomic" or "Sequence", { IsSuccess: false }) => new TranscriptLine($"{label}: not all commands could be applied.")
            {
                Mark = LineMark.Unknown,
                MarkWords = $"Rolled back ({code})",
                Detail = error,
            },
            (_, { IsSuccess: true }) => new TranscriptLine($"{label}: done.") { Mark = LineMark.Good, MarkWords = $"Done ({code})" },
            ("Get", _) when status.Code == StatusCode.NotFound => new TranscriptLine($"{label}: not present on the device.")
            {
                Mark = LineMark.Unknown,
                MarkWords = "Not found (404)",
                Detail = error,
            },
            ("Delete", _) when status.Code == StatusCode.NotFound => new TranscriptLine($"{label}: it is already removed.")
            {
                Mark = LineMark.Good,
                MarkWords = "Already removed (404)",
            },
            (_, { Value: 215 or 216 }) => new TranscriptLine($"{label}: {StatusMeaning.Of(status.Code).Words}.")
            {
                Mark = LineMark.Unknown,
                MarkWords = $"Not done ({code})",
                Detail = error,
            },
            _ => new TranscriptLine($"{label}: {StatusMeaning.Of(status.Code).Words}.")
            {
                Mark = LineMark.Bad,
                MarkWords = $"Rejected ({code})",
                Detail = error,
            },
        };
    }

    private IEnumerable<TranscriptLine> Results(SyncCommand.Results results)
    {
        var (_, desired) = requested.GetValueOrDefault((results.MessageRef, results.CommandRef));
        foreach (var item in results.Items)
        {
            var uri = desired ?? item.Source ?? item.Target;
            var value = item.Data ?? "";
            var matches = item.MoreData ? null : names.Matches(uri, value);
            yield return new TranscriptLine($"{names.LabelOf(uri)} is{(item.MoreData ? ", first part" : "")}:")
            {
                Mark = matches switch
                {
                    true => LineMark.Good,
                    false => LineMark.Bad,
                    null => LineMark.None,
                },
                MarkWords = matches switch
                {
                    true => "Matches",
                    false => "Differs",
                    null => null,
                },
                Detail = value.Length == 0 ? "nothing" : names.ValueOf(uri, value),
                LocUri = uri is null ? null : VisibleText.Of(uri),
            };
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
