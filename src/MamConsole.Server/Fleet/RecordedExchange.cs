using System.Collections.Immutable;
using MamConsole.PolicyEngine.Deployment;
using MamConsole.Protocol.Session;
using MamConsole.Protocol.SyncML;

namespace MamConsole.Server.Fleet;

/// <summary>A message and its answer as <see cref="SessionLog"/> is told of them, before either is masked.</summary>
internal sealed class RecordedExchange
{
    private (StoredBody Request, StoredBody Answer)? bodies;

    public required SyncMLMessage Message { get; init; }

    /// <summary>What it means.</summary>
    public required ReceivedPackage Package { get; init; }
    public required ReadOnlyMemory<byte> Request { get; init; }
    public required byte[] Answer { get; init; }

    /// <summary>The commands of the answer; none for one that came again.</summary>
    public ImmutableArray<SyncCommand> Sent { get; init; } = [];
    public required DateTimeOffset ReceivedAt { get; init; }
    public required TimeSpan Duration { get; init; }
    public required DeviceSyncState Before { get; init; }
    public required DeviceSyncState After { get; init; }

    /// <summary>How the session stands after the answer.</summary>
    public required SessionEnding Ending { get; init; }

    /// <summary>Both as they are kept; made once, when first asked for.</summary>
    public (StoredBody Request, StoredBody Answer) Bodies =>
        bodies ??= (StoredBody.Of(Request.Span, "message"), StoredBody.Of(Answer, "answer"));

    /// <summary>
    /// What the answer asks and what the message says to what was asked before. A command that was undone because its neighbour failed is
    /// sent again, so it is
    /// taken back from what was asked.
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

    /// <summary>0 = something was done; else who was signed in while nothing was: sessions of one number are alike.</summary>
    public int Idle =>
        Package.Kind == PackageKind.NewSession
        && Sent.IsEmpty
        && Ending == SessionEnding.Closed
        && Before.Acknowledged == After.Acknowledged
        && Package.Alerts.All(IsUsual)
            ? 1 + (int)Package.LoginStatus
            : 0;

    /// <summary>A node that is not there is an answer to a question, and what was to be removed is gone.</summary>
    private static bool IsDone(CommandVerdict verdict) =>
        verdict.Code.IsSuccess || (verdict.Code == StatusCode.NotFound && verdict.Command.Name is "Get" or "Delete");

    private static bool IsUsual(DeviceAlert alert) =>
        alert.Code is 1200 or 1201
        || (alert.Code == 1224 && alert.Type?.StartsWith("com.microsoft/MDM/", StringComparison.Ordinal) == true);
}
