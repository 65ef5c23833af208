using MamConsole.PolicyEngine;
using MamConsole.PolicyEngine.Assignment;
using MamConsole.Protocol.Csp;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;

namespace MamConsole.Server.HelpDesk;

/// <summary>Puts a device's rows together with its versions into what people read.</summary>
internal sealed class DeviceReport(
    DeviceStore devices,
    DeviationStore deviations,
    AcknowledgementLog acknowledgements,
    FactStore facts,
    EnrollmentOrigins origins,
    ConversationStore conversations,
    CommandQueue queue,
    VersionStore versions,
    CompilerOptions options,
    TimeProvider time
)
{
    public async Task<DeviceRow> RowAsync(DeviceRecord device, string model, IReadOnlyList<PolicyHead> published, CancellationToken ct)
    {
        var (enrollment, standing) = (device.Enrollment, device.Standing);
        var head = HeadFor(device, published);
        var acknowledged = standing.Acknowledged == 0 ? null : await versions.GetAsync(standing.Acknowledged, ct);
        return new DeviceRow
        {
            Id = enrollment.Id,
            PersonName = enrollment.PersonName,
            Upn = enrollment.Upn,
            DeviceName = enrollment.DeviceName,
            Model = model,
            OsVersion = WindowsNames.Version(enrollment.OsVersion, enrollment.OsBuild),
            PolicyName = head?.Name,
            AssignedNumber = head?.Number,
            AcknowledgedNumber = acknowledged?.Number,
            State = StateOf(device, head),
            Exceptions = standing.Deviations,
            LastContact = standing.LastContact,
            EnrolledAt = enrollment.EnrolledAt,
        };
    }

    public async Task<DeviceDetail> DetailAsync(DeviceRecord device, IReadOnlyList<PolicyHead> published, CancellationToken ct)
    {
        var (enrollment, standing) = (device.Enrollment, device.Standing);
        var told = await facts.GetAsync(enrollment.Key, ct);
        var row = await RowAsync(device, told.Values.GetValueOrDefault(DevInfoCsp.Mod.Uri) ?? "", published, ct);
        var head = HeadFor(device, published);
        var target = head is null ? null : await versions.GetAsync(head.VersionId, ct);
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
        var broughtBy = await conversations.OfFindingsAsync(enrollment.Key, known.Select(k => (k.SessionId, k.Since)), ct);
        var exceptions = known
            .Select(k => DeviationWords.Describe(k, statements) with { ConversationId = ConversationSummary.IdOf(broughtBy, k) })
            .ToArray();
        return new DeviceDetail
        {
            Row = row,
            SayThis = CallWords.Say(
                row,
                enrollment,
                exceptions,
                protects: target?.Nodes.Nodes.Any(n => n.Stage == NodeStage.Mode && n.Value != "0") == true,
                time.GetUtcNow()
            ),
            AskThis = CallWords.Ask(row, exceptions),
            Manufacturer = told.Values.GetValueOrDefault(DevInfoCsp.Man.Uri) ?? "",
            OsEdition = WindowsNames.Edition(enrollment.OsEdition),
            OsVersionSource =
                $"Enrollment said so on {enrollment.EnrolledAt.UtcDateTime:d MMMM yyyy}; nothing that a MAM server may read says it again.",
            CanEnforceWip = enrollment.Capability.EnforcesWip,
            PolicyId = head?.PolicyId,
            Settings = settings,
            Exceptions = exceptions,
            NextContact = NextContact(device, history),
            ProbablyMoved = MoveWords.Say(device, history is [.., var last] ? last : null, NextContact(device, history), time.GetUtcNow()),
            Earlier =
            [
                .. (await devices.EarlierAsync(enrollment, ct)).Select(d => new PastEnrollment(
                    d.Enrollment.Id,
                    d.Enrollment.EnrolledAt,
                    d.Enrollment.EndedAt
                )),
            ],
            Facts = FactWords.Describe(told),
            Terms = TermsSeen.Of(await origins.FindAsync(enrollment.Key, ct)),
            Removal = RemovalWords.Describe(
                enrollment,
                device.HasCommands ? await queue.OpenAsync(enrollment.Key, ct) : [],
                history is [.., var newest] ? newest : null,
                time.GetUtcNow()
            ),
        };
    }

    private static PolicyHead? HeadFor(DeviceRecord device, IReadOnlyList<PolicyHead> published) =>
        AssignmentChoice.For(device.Enrollment.Subject, published, head => head.Candidate);

    private DeviceState StateOf(DeviceRecord device, PolicyHead? head)
    {
        var standing = device.Standing;
        return device.Enrollment.EndedAt is not null ? DeviceState.Unenrolled
            : device.Enrollment.BlockReason == BlockReason.Person ? DeviceState.Blocked
            : device.Enrollment.RetiringSince is not null ? DeviceState.Retiring
            : time.GetUtcNow() - (standing.LastContact ?? device.Enrollment.EnrolledAt) > FleetCounters.SilentAfter ? DeviceState.Silent
            : standing.Worst == 2 ? DeviceState.Failed
            : standing.Sent != standing.Acknowledged ? DeviceState.Sent
            : standing.Acknowledged != (head?.VersionId ?? 0) ? DeviceState.Pending
            : standing.Worst == 1 ? DeviceState.Attention
            : DeviceState.UpToDate;
    }

    /// <summary>The longest it may take by the schedule that it acknowledged: the endless set, or what enrollment gave it.</summary>
    private static DateTimeOffset? NextContact(DeviceRecord device, List<AcknowledgedVersion> history)
    {
        if (device.Standing.LastContact is not { } last || device.Enrollment is not { EndedAt: null, BlockedAt: null })
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
