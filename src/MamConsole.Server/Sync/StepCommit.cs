using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Session;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>One message's worth of a step.</summary>
/// <param name="Device">As it was loaded.</param>
/// <param name="Before">The step before the message; null when it begins with it.</param>
/// <param name="After">The step after it.</param>
/// <param name="Context">What it was decided by.</param>
/// <param name="Known">The device's deviations before.</param>
/// <param name="Turn">What the message means.</param>
/// <param name="SessionId">The session, as the device names it.</param>
/// <param name="SentIn">The MsgID of our message that it answers; 0 at the beginning.</param>
/// <param name="Now">The time of the call.</param>
/// <param name="ReadRhythm">Until the next full read.</param>
internal sealed record StepTurn(
    DeviceRecord Device, StepSession? Before, StepSession After, StepContext Context, IReadOnlyList<KnownDeviation> Known, Turn Turn, string SessionId, int SentIn, DateTimeOffset Now, TimeSpan ReadRhythm);

/// <summary>What a message's part of a step changes in the device's rows.</summary>
internal sealed class StepCommit
{
    private readonly StepTurn turn;
    private readonly ValueList<NodeDeviation>? deviations;
    private readonly bool isNews;
    private readonly bool marksRead;
    private readonly DeviceFacts? newFacts;

    private StepCommit(StepTurn turn, DeviceFacts? oldFacts)
    {
        this.turn = turn;
        var (standing, before, after, now) = (turn.Device.Standing, turn.Before, turn.After, turn.Now);

        // The version counts as acknowledged once the answers to all its writes are there, good or bad; later the mode and the link add to it.
        var settled = Step.WritesAnswered(after);
        deviations = settled ? Step.Deviations(after, turn.Context) : null;
        isNews = settled && (standing.Acknowledged != after.To || !Missing(turn.Context.Reported.Deviations).SetEquals(Missing(deviations!.Value)));

        var writesOut = after.Outstanding.Any(c => c is not PlannedCommand.Read);
        var readsOut = after.Outstanding.Any(c => c is PlannedCommand.Read);
        var fullRead = after.ReadAll && before is { Phase: StepPhase.Reading };
        marksRead = !readsOut && before is not null && after.Phase == StepPhase.Done;
        newFacts = oldFacts is null ? null : NewFacts(oldFacts);
        var readAt = fullRead ? now : standing.ReadAt;

        Standing = standing with
        {
            Sent = settled || writesOut ? after.To : standing.Sent,
            SentAt = writesOut || (isNews && before is null) ? now : standing.SentAt,
            Acknowledged = settled ? after.To : standing.Acknowledged,
            AcknowledgedAt = isNews ? now : standing.AcknowledgedAt,
            WasRead = marksRead ? !deviations!.Value.Any(d => d.Kind == DeviationKind.Silent) : standing.WasRead && !writesOut && !readsOut,
            ReadAt = readAt,
            // While something is out a full read is owed: the session may die before it tells what it changed.
            NextRead = writesOut || readsOut ? DateTimeOffset.UnixEpoch : marksRead ? (readAt ?? DateTimeOffset.UnixEpoch) + turn.ReadRhythm : standing.NextRead,
            Deviations = deviations is { } all ? DeviationStore.CountOf(all) : standing.Deviations,
            Worst = deviations is { } list ? DeviationStore.WorstOf(list) : standing.Worst,
        };
    }

    /// <summary>Where the device stands after the message.</summary>
    public DeviceStanding Standing { get; }

    public static async Task<StepCommit> OfAsync(StepTurn turn, FactStore facts, CancellationToken ct)
    {
        var bringsFacts = turn.Before is null ? turn.After.ReadAll : turn.After.Readings.Count > turn.Before.Readings.Count;
        return new StepCommit(turn, bringsFacts ? await facts.GetAsync(turn.Device.Enrollment.Key, ct) : null);
    }

    public async Task WriteAsync(Transaction tx, CancellationToken ct)
    {
        var key = turn.Device.Enrollment.Key;
        if (deviations is { } list)
        {
            await DeviationStore.ReplaceAsync(tx, key, turn.Known, list, turn.SessionId, turn.Now, ct);
        }

        if (isNews)
        {
            var sentAt = turn.Before is null ? turn.Now : turn.Device.Standing.SentAt ?? turn.Now;
            var without = Missing(deviations!.Value).Order(StringComparer.Ordinal).ToArray();
            await AcknowledgementLog.AppendAsync(tx, key, new Acknowledgement(turn.After.To, sentAt, turn.Now, null, turn.SessionId, turn.SentIn, without), ct);
        }

        if (marksRead)
        {
            await AcknowledgementLog.MarkReadAsync(tx, key, turn.Now, ct);
        }

        if (newFacts is not null)
        {
            await FactStore.SaveAsync(tx, key, newFacts, ct);
        }
    }

    private static HashSet<string> Missing(ValueList<NodeDeviation> deviations) =>
        deviations.Where(d => d.IsMissing).Select(d => d.LocUri).ToHashSet(StringComparer.Ordinal);

    /// <summary>DevInfo from the first message, and whatever the Gets brought that is no node of the policy.</summary>
    private DeviceFacts? NewFacts(DeviceFacts old)
    {
        var values = old.Values;
        foreach (var (leaf, value) in turn.Turn.DeviceInfo)
        {
            values = values.SetItem("./DevInfo/" + leaf, value);
        }

        foreach (var reading in turn.After.Readings.Where(r => turn.Context.Facts.Contains(r.LocUri)))
        {
            // What it no longer tells is not known any more.
            values = reading.Value is { } told ? values.SetItem(reading.LocUri, told) : values.Remove(reading.LocUri);
        }

        var changed = !values.SequenceEqual(old.Values);
        return changed || turn.Now - old.ReadAt > TimeSpan.FromHours(1) ? new DeviceFacts(values, changed ? turn.Now : old.ChangedAt, turn.Now) : null;
    }
}
