using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;

namespace MamConsole.Server.Devices;

/// <summary>Combines a device's rows with its versions for the console and the API.</summary>
internal sealed class DeviceReport(
    DeviceStore devices,
    DeviationStore deviations,
    AcknowledgementLog acknowledgements,
    FactStore facts,
    EnrollmentOrigins origins,
    SessionStore sessions,
    CommandQueue queue,
    VersionStore versions,
    CompilerOptions options,
    TimeProvider time
)
{
    public async Task<DeviceRow> RowAsync(DeviceRecord device, string model, IReadOnlyList<ActivePolicy> published, CancellationToken ct)
    {
        var (enrollment, state) = (device.Enrollment, device.SyncState);
        var activePolicy = HeadFor(device, published);
        var acknowledged = await RefAsync(state.Acknowledged, ct);
        return new DeviceRow
        {
            Id = enrollment.Id,
            PersonName = enrollment.PersonName,
            Upn = enrollment.Upn,
            DeviceName = enrollment.DeviceName,
            Model = model,
            OsVersion = WindowsNames.Version(enrollment.OsVersion, enrollment.OsBuild),
            PolicyName = activePolicy?.Name,
            Assigned = activePolicy?.Ref,
            Sent = state.Sent == state.Acknowledged ? acknowledged : await RefAsync(state.Sent, ct),
            Acknowledged = acknowledged,
            AcknowledgedPolicyName = published.FirstOrDefault(p => p.PolicyId == acknowledged?.PolicyId)?.Name,
            State = StateOf(device, published),
            Deviations = state.Deviations,
            LastContact = state.LastContact,
            EnrolledAt = enrollment.EnrolledAt,
        };
    }

    public async Task<DeviceDetail> DetailAsync(DeviceRecord device, IReadOnlyList<ActivePolicy> published, CancellationToken ct)
    {
        var (enrollment, state) = (device.Enrollment, device.SyncState);
        var reportedFacts = await facts.GetAsync(enrollment.Key, ct);
        var row = await RowAsync(device, reportedFacts.Values.GetValueOrDefault(DevInfoCsp.Mod.Uri) ?? "", published, ct);
        var activePolicy = HeadFor(device, published);
        var target = activePolicy is null ? null : await versions.GetAsync(activePolicy.VersionId, ct);
        var known = await deviations.ListAsync(enrollment.Key, ct);
        var log = await acknowledgements.ListAsync(enrollment.Key, ct);
        var history = new List<AcknowledgedVersion>();
        foreach (var entry in log)
        {
            history.Add(
                new AcknowledgedVersion(entry, entry.VersionId == 0 ? CompiledPolicy.Empty : await versions.NodesAsync(entry.VersionId, ct))
            );
        }

        var statements = target is null ? [] : PolicyWords.Describe(target.Document, options).Where(s => s.Nodes.Count > 0).ToArray();
        var settings = target is null ? [] : new SettingStates(device, target, statements, known, history).List();
        var broughtBy = await sessions.OfFindingsAsync(enrollment.Key, known.Select(k => (k.SessionId, k.Since)), ct);
        var settingDeviations = known
            .Select(k => DeviationWords.Describe(k, statements) with { SessionRecordId = SessionIds.Of(broughtBy, k) })
            .ToArray();
        return new DeviceDetail
        {
            Row = row,
            CallerSummary = CallerGuidance.Summary(
                row,
                enrollment,
                settingDeviations,
                protects: target?.Nodes.EnforcesWip == true,
                time.GetUtcNow()
            ),
            NextSteps = CallerGuidance.NextSteps(row, settingDeviations),
            Manufacturer = reportedFacts.Values.GetValueOrDefault(DevInfoCsp.Man.Uri) ?? "",
            OsEdition = WindowsNames.Edition(enrollment.OsEdition),
            OsVersionSource =
                $"Reported at enrollment on {enrollment.EnrolledAt.UtcDateTime:d MMMM yyyy}; a MAM server cannot read it later.",
            CanEnforceWip = enrollment.Capability.EnforcesWip,
            PolicyId = activePolicy?.PolicyId,
            Settings = settings,
            Deviations = settingDeviations,
            NextContact = NextContact(device, history),
            HasProbablyMoved = ProbableHandoffWords.Describe(
                device,
                history is [.., var last] ? last : null,
                NextContact(device, history),
                time.GetUtcNow()
            ),
            Earlier =
            [
                .. (await devices.EarlierAsync(enrollment, ct)).Select(d => new PastEnrollment(
                    d.Enrollment.Id,
                    d.Enrollment.EnrolledAt,
                    d.Enrollment.EndedAt
                )),
            ],
            Facts = FactWords.Describe(reportedFacts),
            Terms = TermsSeen.Of(await origins.FindAsync(enrollment.Key, ct)),
            Removal = RemovalWords.Describe(
                enrollment,
                device.HasCommands ? await queue.OpenAsync(enrollment.Key, ct) : [],
                history is [.., var newest] ? newest : null,
                time.GetUtcNow()
            ),
        };
    }

    private async Task<VersionRef?> RefAsync(long versionId, CancellationToken ct) =>
        versionId == 0 ? null : (await versions.GetAsync(versionId, ct)).Ref;

    private static ActivePolicy? HeadFor(DeviceRecord device, IReadOnlyList<ActivePolicy> published) =>
        AssignmentChoice.For(device.Enrollment.Subject, published, activePolicy => activePolicy.Candidate);

    private DeviceState StateOf(DeviceRecord device, IReadOnlyList<ActivePolicy> published) =>
        DeviceStateRule.StateOf(
            new DeviceStateFacts
            {
                Enrollment = device.Enrollment,
                SyncState = device.SyncState,
                Assigned = HeadFor(device, published)?.VersionId ?? 0,
                RequiresWip = published.Any(p => p.EnforcesWip && p.VersionId == device.SyncState.Acknowledged),
                StaleBefore = DeviceStateSql.StaleBefore(time.GetUtcNow()),
            }
        );

    /// <summary>
    /// The latest time by the schedule that it acknowledged: the interval that repeats without end, or the one set at enrollment.
    /// </summary>
    private static DateTimeOffset? NextContact(DeviceRecord device, List<AcknowledgedVersion> history)
    {
        if (device.SyncState.LastContact is not { } last || device.Enrollment is not { EndedAt: null, BlockedAt: null })
        {
            return null;
        }

        var poll = (history is [.., var newest] ? newest.Nodes.Nodes : [])
            .Where(n => n.Stage == NodeStage.Polling)
            .ToDictionary(n => n.LocUri[(n.LocUri.LastIndexOf('/') + 1)..], n => n.Value, StringComparer.Ordinal);
        var endless =
            poll.GetValueOrDefault("NumberOfFirstRetries") == "0"
            && poll.GetValueOrDefault("IntervalForFirstSetOfRetries") is not (null or "0")
                ? poll["IntervalForFirstSetOfRetries"]
                : poll.GetValueOrDefault("IntervalForRemainingScheduledRetries", "480");
        return int.TryParse(endless, System.Globalization.CultureInfo.InvariantCulture, out var minutes) && minutes > 0
            ? last.AddMinutes(minutes)
            : null;
    }
}
