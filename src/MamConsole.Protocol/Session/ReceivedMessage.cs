using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Protocol.Session;

/// <summary>Converts one message to a <see cref="ReceivedPackage"/>: each command is processed once, in order.</summary>
internal sealed class ReceivedMessage
{
    private const int MaxFact = 256;
    private const int MaxAlertData = 4_096;

    private static readonly ImmutableDictionary<string, string> Facts = DevInfoCsp.Sent.ToImmutableDictionary(
        node => node.Uri,
        node => node.Uri[DevInfoCsp.Root.Length..],
        StringComparer.Ordinal
    );

    private readonly SyncMLMessage message;
    private readonly PackageKind kind;
    private readonly int sentIn;
    private readonly SentCommand[] outstanding;
    private readonly Dictionary<string, int> positions;
    private readonly HashSet<string> seenIds = new(StringComparer.Ordinal);
    private readonly ImmutableArray<CommandVerdict>.Builder verdicts = ImmutableArray.CreateBuilder<CommandVerdict>();
    private readonly ImmutableArray<Reading>.Builder readings = ImmutableArray.CreateBuilder<Reading>();
    private readonly ImmutableArray<DeviceAlert>.Builder alerts = ImmutableArray.CreateBuilder<DeviceAlert>();
    private readonly ImmutableArray<PendingStatus>.Builder pendingStatuses = ImmutableArray.CreateBuilder<PendingStatus>();
    private readonly ImmutableDictionary<string, string>.Builder facts = ImmutableDictionary.CreateBuilder<string, string>(
        StringComparer.Ordinal
    );
    private PartialReading? chunk;
    private bool chunkEndsMessage;
    private bool chunkLost;
    private LoginStatus login;
    private string? token;
    private bool unenrolls;
    private bool aborts;
    private bool heartbeat;
    private int dropped;

    public ReceivedMessage(SyncMLMessage message, PackageKind kind, LiveSession? live)
    {
        this.message = message;
        this.kind = kind;

        // Only the next message of a live session can report on the sent commands (docs/reference/abuse-cases.md §1 no. 4).
        var continues = kind == PackageKind.Continuation ? live : null;
        sentIn = continues?.SentIn ?? 0;
        chunk = continues?.Chunk;
        outstanding = [.. continues?.Outstanding ?? []];
        positions = outstanding.Index().ToDictionary(sent => sent.Item.CmdId, sent => sent.Index, StringComparer.Ordinal);
    }

    private bool IsInOrder => kind is PackageKind.NewSession or PackageKind.Continuation;

    public ReceivedPackage ToPackage()
    {
        foreach (var command in message.Commands)
        {
            switch (command)
            {
                case SyncCommand.Status status:
                    Take(status);
                    break;
                case SyncCommand.Results results:
                    Take(results);
                    break;
                default:
                    Answer(command);
                    break;
            }
        }

        if (chunk is not null && message.Final)
        {
            LoseChunk();
        }

        return new ReceivedPackage
        {
            Kind = kind,
            Verdicts = verdicts.DrainToImmutable(),
            Readings = readings.DrainToImmutable(),
            Outstanding = [.. outstanding],
            Alerts = IsInOrder ? alerts.DrainToImmutable() : [],
            LoginStatus = login,
            UserToken = token,
            Unenrolls = unenrolls && IsInOrder,
            Aborts = aborts && IsInOrder,
            RequestsNext = !message.Final,
            IsHeartbeat = heartbeat && !message.Final,
            DeviceInfo = IsInOrder ? facts.ToImmutable() : ImmutableDictionary<string, string>.Empty,
            MaxMessageSize = message.Header.MaxMessageSize,
            DroppedAnswers = kind == PackageKind.Repeat ? 0 : dropped,
            PendingStatuses = pendingStatuses.DrainToImmutable(),
            Chunk = chunk,
            ChunkLost = chunkLost,
        };
    }

    /// <summary>
    /// Accepts only the first status for a command that was sent in the referenced message under the same name
    /// (docs/reference/abuse-cases.md SY-36, SY-39).
    /// </summary>
    private void Take(SyncCommand.Status status)
    {
        if (status is { CommandRef: SyncMLNames.HeaderRef, Command: SyncMLNames.Header } or { Command: "Alert" })
        {
            // Statuses of the server's header and of its alerts 1222 and 1225 have no effect.
            return;
        }

        if (
            status.MessageRef != sentIn
            || !positions.TryGetValue(status.CommandRef, out var position)
            || outstanding[position] is not { Answered: false } command
            || command.Name != status.Command
        )
        {
            dropped++;
            return;
        }

        outstanding[position] = command with { Answered = true };
        verdicts.Add(new CommandVerdict(command, status.Code, status.OriginalError));
    }

    /// <summary>Acknowledges a result only when it is invalid or incomplete (docs/reference/protocol.md §3.7, §3.9).</summary>
    private void Take(SyncCommand.Results results)
    {
        var answer = StatusCode.Ok;
        foreach (var item in results.Items)
        {
            var verdict = Take(results, item);
            answer = verdict == StatusCode.Ok ? answer : verdict;
        }

        if (answer != StatusCode.Ok)
        {
            pendingStatuses.Add(new PendingStatus(results.CmdId, results.Name, answer));
        }
    }

    /// <summary>
    /// Accepts only the first result for a Get that was sent in the referenced message and for its node (docs/reference/abuse-cases.md
    /// SY-37).
    /// </summary>
    private StatusCode Take(SyncCommand.Results results, SyncItem item)
    {
        if (
            results.MessageRef != sentIn
            || !positions.TryGetValue(results.CommandRef, out var position)
            || outstanding[position] is not { Name: "Get", Read: false, LocUri: { } uri } get
            || uri != (item.Source ?? item.Target)
        )
        {
            dropped++;
            return StatusCode.Ok;
        }

        if (chunkEndsMessage)
        {
            // A chunk must be the last result of its message. A result after it is rejected, because it could be the rest of the chunk.
            return Break(position, StatusCode.SizeMismatch);
        }

        if (chunk is not null && chunk.CmdId != get.CmdId)
        {
            LoseChunk();
        }

        if (!item.MoreData && chunk is null)
        {
            return StoreReading(position, item.Format, item.Data ?? "");
        }

        if (chunk is null && item.Size is not (> 0 and <= ServerSession.MaxObjectBytes))
        {
            return Break(position, item.Size is null ? StatusCode.SizeRequired : StatusCode.SizeTooBig);
        }

        chunk ??= new PartialReading(get.CmdId, item.Format, item.Size!.Value, "");
        chunk = chunk with { Text = chunk.Text + item.Data };
        chunkEndsMessage = item.MoreData;
        var bytes = Encoding.UTF8.GetByteCount(chunk.Text);
        return item.MoreData
            ? bytes > chunk.Size
                ? Break(position, StatusCode.SizeMismatch)
                : StatusCode.ChunkBuffered
            : bytes != chunk.Size
                ? Break(position, StatusCode.SizeMismatch)
                : StoreReading(position, chunk.Format, chunk.Text);
    }

    private StatusCode StoreReading(int position, string? format, string data)
    {
        var get = outstanding[position];
        outstanding[position] = get with { Read = true };
        chunk = null;
        readings.Add(new Reading(get.CmdId, get.LocUri!, format, data));
        return StatusCode.Ok;
    }

    /// <summary>Discards the value of this Get; later results for it are dropped.</summary>
    private StatusCode Break(int position, StatusCode code)
    {
        outstanding[position] = outstanding[position] with { Read = true };
        chunk = chunk?.CmdId == outstanding[position].CmdId ? null : chunk;
        dropped++;
        return code;
    }

    private void LoseChunk()
    {
        Break(positions[chunk!.CmdId], StatusCode.SizeMismatch);
        chunkLost = true;
    }

    /// <summary>Accepts Alert and Replace of DevInfo, the only commands that a device may send (docs/reference/protocol.md §4.2).</summary>
    private void Answer(SyncCommand command)
    {
        var code =
            command.CmdId is "" or SyncMLNames.HeaderRef || !seenIds.Add(command.CmdId)
                ? StatusCode.BadRequest
                : command switch
                {
                    SyncCommand.Alert alert => Take(alert),
                    SyncCommand.Replace replace => Take(replace),
                    SyncCommand.Unknown { Element: "Copy" or "Map" or "Put" or "Search" or "Sync" } => StatusCode.NotSupported,
                    SyncCommand.Unknown => StatusCode.BadRequest,
                    _ => StatusCode.NotAllowed,
                };
        pendingStatuses.Add(new PendingStatus(command.CmdId, command.Name, code));
    }

    private StatusCode Take(SyncCommand.Alert alert)
    {
        if (alert.Code == 0)
        {
            return StatusCode.BadRequest;
        }

        aborts |= alert.Code == 1223;
        if (alert.Items.IsEmpty)
        {
            alerts.Add(new DeviceAlert(alert.Code, null, null, null, null));
        }

        foreach (var item in alert.Items)
        {
            Take(alert.Code, item);
        }

        return StatusCode.Ok;
    }

    private void Take(int code, SyncItem item)
    {
        var kind = DeviceAlerts.KindOf(code, item.Type);
        var data = kind == DeviceAlertKind.UserToken ? null : item.Data;
        alerts.Add(new DeviceAlert(code, Cut(item.Type), Cut(data, MaxAlertData), Cut(item.Mark), Cut(item.Source, LocUri.MaxLength)));
        switch (kind)
        {
            case DeviceAlertKind.UserToken:
                token ??= item.Data?.Trim();
                break;
            case DeviceAlertKind.LoginStatus when login == LoginStatus.Absent:
                login = item.Data?.Trim().ToUpperInvariant() switch
                {
                    "USER" => LoginStatus.User,
                    "OTHERS" => LoginStatus.Others,
                    "NONE" => LoginStatus.None,
                    _ => LoginStatus.Absent,
                };
                break;
            case DeviceAlertKind.Unenrolling:
                unenrolls = true;
                break;
            case DeviceAlertKind.Heartbeat:
                heartbeat = true;
                break;
        }
    }

    /// <summary>
    /// Stores the leaves of DevInfo and acknowledges other addresses without storing them. A malformed address is not found (SY-45).
    /// </summary>
    private StatusCode Take(SyncCommand.Replace replace)
    {
        var code = StatusCode.Ok;
        foreach (var item in replace.Items)
        {
            var uri = item.Source ?? item.Target;
            if (uri is not null && Facts.TryGetValue(uri, out var leaf))
            {
                facts.TryAdd(leaf, Cut(item.Data ?? ""));
            }
            else if (!LocUri.IsWellFormed(uri))
            {
                code = StatusCode.NotFound;
            }
        }

        return code;
    }

    [return: NotNullIfNotNull(nameof(value))]
    private static string? Cut(string? value, int length = MaxFact) =>
        value is null || value.Length <= length ? value : value[..(char.IsHighSurrogate(value[length - 1]) ? length - 1 : length)];
}
