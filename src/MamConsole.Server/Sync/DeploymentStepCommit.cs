using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Monitoring;
using MamConsole.Server.Fleet;
using MamConsole.Server.Storage;

namespace MamConsole.Server.Sync;

/// <summary>The changes of a message's part of a deployment step to the rows of the device.</summary>
internal sealed class DeploymentStepCommit
{
    private readonly DeploymentStepExchange exchange;
    private readonly StepResult result;
    private readonly DeviceFacts? newFacts;

    private DeploymentStepCommit(DeploymentStepExchange exchange, DeviceFacts? oldFacts)
    {
        this.exchange = exchange;
        result = StepResult.Of(exchange.Device.SyncState, exchange.Before, exchange.After, exchange.Context, exchange.Now);
        newFacts = oldFacts is null ? null : NewFacts(oldFacts);
    }

    /// <summary>The sync state after the message.</summary>
    public DeviceSyncState SyncState => result.SyncState;

    public static async Task<DeploymentStepCommit> OfAsync(DeploymentStepExchange exchange, FactStore facts, CancellationToken ct)
    {
        var bringsFacts = exchange.Before is null
            ? exchange.DeviceInfo.Count > 0
            : exchange.After.Readings.Count > exchange.Before.Readings.Count;
        return new DeploymentStepCommit(exchange, bringsFacts ? await facts.GetAsync(exchange.Device.Enrollment.Key, ct) : null);
    }

    public async Task WriteAsync(Transaction tx, CancellationToken ct)
    {
        var key = exchange.Device.Enrollment.Key;
        if (result.Deviations is { } deviations)
        {
            await DeviationStore.ReplaceAsync(tx, key, exchange.Known, deviations, exchange.SessionId, exchange.Now, ct);
        }

        if (result.IsNewlyAcknowledged)
        {
            var sentAt = exchange.Before is null ? exchange.Now : exchange.Device.SyncState.SentAt ?? exchange.Now;
            await AcknowledgementLog.AppendAsync(
                tx,
                key,
                new Acknowledgement(exchange.After.To, sentAt, exchange.Now, null, exchange.SessionId, exchange.SentIn, result.Without),
                ct
            );
        }

        if (result.IsReadBack)
        {
            await AcknowledgementLog.MarkReadAsync(tx, key, exchange.Now, ct);
        }

        if (newFacts is not null)
        {
            await FactStore.SaveAsync(tx, key, newFacts, ct);
        }
    }

    /// <summary>DevInfo of the first message, and results of Gets for nodes that are not part of the policy.</summary>
    private DeviceFacts? NewFacts(DeviceFacts old)
    {
        var values = old.Values;
        foreach (var (leaf, value) in exchange.DeviceInfo)
        {
            values = values.SetItem("./DevInfo/" + leaf, value);
        }

        foreach (var reading in exchange.After.Readings.Where(r => ReadPlan.AllNodes.Contains(r.LocUri)))
        {
            // A value that the device no longer returns is removed.
            values = reading.Value is { } current ? values.SetItem(reading.LocUri, current) : values.Remove(reading.LocUri);
        }

        var changed = !values.SequenceEqual(old.Values);
        var isRead = exchange.Before is not null && exchange.Now - old.ReadAt > TimeSpan.FromHours(1);
        return changed || isRead ? new DeviceFacts(values, changed ? exchange.Now : old.ChangedAt, exchange.Now) : null;
    }
}
