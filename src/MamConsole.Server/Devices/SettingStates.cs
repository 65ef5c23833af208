using MamConsole.PolicyEngine.Deployment;
using MamConsole.PolicyEngine.Nodes;
using MamConsole.PolicyEngine.Statements;
using MamConsole.PolicyEngine.Values;
using MamConsole.Server.Fleet;
using MamConsole.Server.Policies;

namespace MamConsole.Server.Devices;

/// <summary>The three levels of each setting of one device, never merged.</summary>
internal sealed class SettingStates(
    DeviceRecord device,
    PublishedVersion target,
    IReadOnlyList<Statement> statements,
    IReadOnlyList<KnownSettingDeviation> known,
    IReadOnlyList<AcknowledgedVersion> history
)
{
    public IReadOnlyList<SettingState> List()
    {
        var nodes = target.Nodes.Nodes.ToDictionary(n => n.LocUri, StringComparer.Ordinal);
        return
        [
            .. statements
                .Select(s => (Statement: s, Nodes: s.Nodes.Where(nodes.ContainsKey).Select(uri => nodes[uri]).ToArray()))
                .Where(s => s.Nodes.Length > 0)
                .Select(s => StateOf(s.Statement, s.Nodes)),
        ];
    }

    private SettingState StateOf(Statement statement, CompiledNode[] nodes)
    {
        var uris = nodes.Select(n => n.LocUri).ToHashSet(StringComparer.Ordinal);
        var against = known.Where(k => uris.Contains(k.Deviation.LocUri)).OrderByDescending(k => Weight(k.Deviation.Kind)).FirstOrDefault();
        var capability = device.Enrollment.Capability;
        var reachable = nodes.Where(capability.Takes).ToArray();
        var runs = reachable.Select(FirstOfRun).ToArray();
        var held = reachable.Length > 0 && Array.TrueForAll(runs, r => r is not null);
        var youngest = held ? runs.MaxBy(r => r!.Entry.AcknowledgedAt)!.Entry : null;
        var isNotReadBack = against?.Deviation.Kind == DeviationKind.NotReadBack;
        var isRead = Array.Exists(reachable, n => n.ReadBack != ReadBackKind.None);
        var readAt = youngest is null || isNotReadBack || !isRead ? null : ReadAt(youngest);
        var sentNow = device.SyncState.Sent == target.VersionId && device.SyncState.Sent != device.SyncState.Acknowledged;

        var level =
            reachable.Length == 0 ? SettingLevel.CannotEnforce
            : against is not null && !isNotReadBack ? LevelOf(against.Deviation.Kind)
            : !held ? (sentNow ? SettingLevel.Sent : SettingLevel.Waiting)
            : IsProtection(nodes) && capability.EnforcesWip == false ? SettingLevel.CannotEnforce
            : readAt is null ? SettingLevel.Acknowledged
            : SettingLevel.ReadBack;
        return new SettingState
        {
            Area = statement.Area,
            Label = statement.Label,
            ShouldBe = statement.Value,
            Level = level,
            SentAt =
                level == SettingLevel.Deferred
                    ? null
                    : youngest?.SentAt ?? (sentNow || against is not null ? device.SyncState.SentAt : null),
            AcknowledgedAt = youngest?.AcknowledgedAt,
            ReadBackAt = against?.Deviation.Kind == DeviationKind.Differs ? against.Since : readAt,
            ReadBackValue =
                against?.Deviation.Kind == DeviationKind.Differs ? against.Deviation.Value
                : readAt is null ? null
                : statement.Value,
            Problem =
                against is not null ? DeviationWords.Words(against.Deviation, statement)
                : level == SettingLevel.CannotEnforce && reachable.Length == 0
                    ? "This version of Windows does not support the setting, so it is not sent."
                : level == SettingLevel.CannotEnforce ? "This version of Windows acknowledges the setting and does not enforce it."
                : null,
            Wire = [.. nodes.Select(n => new WireNode(n.LocUri, n.Format.ToString().ToLowerInvariant(), SecretPlaceholder.Hide(n.Value)))],
        };
    }

    /// <summary>A setting's age is the first acknowledgement in the unbroken run that holds its value.</summary>
    private AcknowledgedVersion? FirstOfRun(CompiledNode node)
    {
        AcknowledgedVersion? first = null;
        foreach (var version in history.Reverse())
        {
            if (!version.Holds(node))
            {
                break;
            }

            first = version;
        }

        return first;
    }

    /// <summary>The read after its change, or a later full read.</summary>
    private DateTimeOffset? ReadAt(Acknowledgement entry) =>
        device.SyncState.ReadAt is { } full && full >= entry.AcknowledgedAt ? full : entry.ReadAt;

    private static bool IsProtection(CompiledNode[] nodes) =>
        Array.Exists(nodes, n => n.Stage is NodeStage.Boundary or NodeStage.AppLists or NodeStage.Flags or NodeStage.Ids or NodeStage.Mode);

    private static int Weight(DeviationKind kind) =>
        kind switch
        {
            DeviationKind.Rejected => 4,
            DeviationKind.Differs => 3,
            DeviationKind.Unknown => 2,
            DeviationKind.Deferred => 1,
            _ => 0,
        };

    private static SettingLevel LevelOf(DeviationKind kind) =>
        kind switch
        {
            DeviationKind.Deferred => SettingLevel.Deferred,
            DeviationKind.Unknown => SettingLevel.Unknown,
            DeviationKind.Rejected => SettingLevel.Rejected,
            _ => SettingLevel.Differs,
        };
}
