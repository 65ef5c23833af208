using System.Collections.Immutable;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Server.Fleet;

/// <summary>A message and its response as <see cref="SessionLog"/> receives them, before secrets are masked.</summary>
internal sealed class RecordedExchange
{
    private (StoredBody Request, StoredBody Answer)? bodies;

    public required SyncMLMessage Message { get; init; }

    /// <summary>The parsed content of the message.</summary>
    public required ReceivedPackage Package { get; init; }
    public required ReadOnlyMemory<byte> Request { get; init; }
    public required byte[] Answer { get; init; }

    /// <summary>The commands of the response; empty when the message is a repetition.</summary>
    public ImmutableArray<SyncCommand> Sent { get; init; } = [];
    public required DateTimeOffset ReceivedAt { get; init; }
    public required TimeSpan Duration { get; init; }
    public required DeviceSyncState Before { get; init; }
    public required DeviceSyncState After { get; init; }

    /// <summary>The state of the session after the response.</summary>
    public required SessionEnding Ending { get; init; }

    /// <summary>Both bodies as they are stored, created on first access.</summary>
    public (StoredBody Request, StoredBody Answer) Bodies =>
        bodies ??= (StoredBody.Of(Request.Span, "message"), StoredBody.Of(Answer, "answer"));

    /// <summary>
    /// The number of commands in the response, and of the results in the message for earlier commands. A command that was not executed or
    /// was rolled back because another one failed is sent again, so it is subtracted from the written commands.
    /// </summary>
    public (int Wrote, int Requested, int Done, int Rejected) Counts
    {
        get
        {
            var sent = SentCommand.Of(Sent).Where(c => c.LocUri is not null).ToArray();
            var requested = sent.Count(c => c.Name == "Get");
            var verdicts = Package.Verdicts.Where(v => v.Command.LocUri is not null).ToArray();
            var done = verdicts.Count(IsDone);
            var undone = verdicts.Count(v => v.Code == StatusCode.NotExecuted || v.Code == StatusCode.RolledBack);
            return (sent.Length - requested - undone, requested, done, verdicts.Length - done - undone);
        }
    }

    /// <summary>
    /// 0 when the session was not idle; otherwise 1 plus the sign-in status. Idle sessions with the same number are counted in one entry.
    /// </summary>
    public int Idle =>
        Package.Kind == PackageKind.NewSession
        && Sent.IsEmpty
        && Ending == SessionEnding.Closed
        && Before.Acknowledged == After.Acknowledged
        && Package.Alerts.All(IsUsual)
            ? 1 + (int)Package.LoginStatus
            : 0;

    /// <summary>A missing node is a valid result of a Get, and the intended result of a Delete.</summary>
    private static bool IsDone(CommandVerdict verdict) =>
        verdict.Code.IsSuccess || (verdict.Code == StatusCode.NotFound && verdict.Command.Name is "Get" or "Delete");

    private static bool IsUsual(DeviceAlert alert) =>
        alert.Code is 1200 or 1201
        || (alert.Code == 1224 && alert.Type?.StartsWith("com.microsoft/MDM/", StringComparison.Ordinal) == true);
}
