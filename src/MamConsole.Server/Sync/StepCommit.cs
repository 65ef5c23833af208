using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>What a message's part of a step changes in the device's rows.</summary>
internal sealed class StepCommit
{
    private readonly StepTurn turn;
    private readonly Settlement settlement;
    private readonly DeviceFacts? newFacts;

    private StepCommit(StepTurn turn, DeviceFacts? oldFacts)
    {
        this.turn = turn;
        settlement = Settlement.Of(turn.Device.Standing, turn.Before, turn.After, turn.Context, turn.Now);
        newFacts = oldFacts is null ? null : NewFacts(oldFacts);
    }

    /// <summary>Where the device stands after the message.</summary>
    public DeviceStanding Standing => settlement.Standing;

    public static async Task<StepCommit> OfAsync(StepTurn turn, FactStore facts, CancellationToken ct)
    {
        var bringsFacts = turn.Before is null ? turn.DeviceInfo.Count > 0 : turn.After.Readings.Count > turn.Before.Readings.Count;
        return new StepCommit(turn, bringsFacts ? await facts.GetAsync(turn.Device.Enrollment.Key, ct) : null);
    }

    public async Task WriteAsync(Transaction tx, CancellationToken ct)
    {
        var key = turn.Device.Enrollment.Key;
        if (settlement.Deviations is { } deviations)
        {
            await DeviationStore.ReplaceAsync(tx, key, turn.Known, deviations, turn.SessionId, turn.Now, ct);
        }

        if (settlement.IsNews)
        {
            var sentAt = turn.Before is null ? turn.Now : turn.Device.Standing.SentAt ?? turn.Now;
            await AcknowledgementLog.AppendAsync(
                tx,
                key,
                new Acknowledgement(turn.After.To, sentAt, turn.Now, null, turn.SessionId, turn.SentIn, settlement.Without),
                ct
            );
        }

        if (settlement.IsReadBack)
        {
            await AcknowledgementLog.MarkReadAsync(tx, key, turn.Now, ct);
        }

        if (newFacts is not null)
        {
            await FactStore.SaveAsync(tx, key, newFacts, ct);
        }
    }

    /// <summary>DevInfo from the first message, and whatever the Gets brought that is no node of the policy.</summary>
    private DeviceFacts? NewFacts(DeviceFacts old)
    {
        var values = old.Values;
        foreach (var (leaf, value) in turn.DeviceInfo)
        {
            values = values.SetItem("./DevInfo/" + leaf, value);
        }

        foreach (var reading in turn.After.Readings.Where(r => ReadPlan.AllNodes.Contains(r.LocUri)))
        {
            // What it no longer tells is not known any more.
            values = reading.Value is { } told ? values.SetItem(reading.LocUri, told) : values.Remove(reading.LocUri);
        }

        var changed = !values.SequenceEqual(old.Values);
        var isRead = turn.Before is not null && turn.Now - old.ReadAt > TimeSpan.FromHours(1);
        return changed || isRead ? new DeviceFacts(values, changed ? turn.Now : old.ChangedAt, turn.Now) : null;
    }
}
