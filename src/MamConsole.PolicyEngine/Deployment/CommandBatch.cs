using System.Collections.Immutable;
using System.Globalization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>
/// Converts planned commands to SyncML commands. The same plan always produces the same commands with the same ids: any node answers a
/// repeated message with the same bytes, from the stored plan alone.
/// </summary>
public static class CommandBatch
{
    /// <summary>The first id of the server's commands; lower ids are reserved for statuses.</summary>
    public const int FirstCommandId = 1001;

    /// <summary>A planned command with its CmdID on the wire.</summary>
    public readonly record struct Numbered(string CmdId, PlannedCommand Command);

    /// <summary>
    /// Returns the first id of a session's commands: each session of a device has its own thousand ids, so that answers of one session that
    /// are repeated in a later one match no command of it (docs/reference/abuse-cases.md SY-35).
    /// </summary>
    /// <param name="revision">The number of writes to the device's row when the session's step began.</param>
    public static int FirstIdAt(long revision) => FirstCommandId + (int)(revision % 1_000_000 * 1000);

    /// <summary>
    /// Builds the commands: all single commands in order in one Sequence; then each group of commands that must succeed together in its own
    /// Atomic (docs/reference/protocol.md §3.5); finally the commands that depend on those.
    /// </summary>
    /// <param name="plan">The commands of the message.</param>
    /// <param name="version">The version with the values to write.</param>
    /// <param name="grouping">This enrollment's AppLocker grouping.</param>
    /// <param name="firstId">The first CmdID.</param>
    /// <param name="secrets">The version's secrets; null when it has none.</param>
    /// <exception cref="InvalidOperationException">A secret is missing that existed when the plan was created.</exception>
    public static (ImmutableArray<SyncCommand> Commands, ImmutableArray<Numbered> Ids) Build(
        ValueList<PlannedCommand> plan,
        CompiledPolicy version,
        string grouping,
        int firstId = FirstCommandId,
        SecretValues? secrets = null
    )
    {
        ArgumentNullException.ThrowIfNull(version);
        var factory = new CommandFactory(version, grouping, secrets ?? SecretValues.None);
        var ids = ImmutableArray.CreateBuilder<Numbered>(plan.Count);
        var commands = ImmutableArray.CreateBuilder<SyncCommand>(2);
        foreach (var (group, groupId) in Numbering(plan, factory, firstId))
        {
            ImmutableArray<SyncCommand> made = [.. group.Select(n => factory.Make(n.Command, n.CmdId))];
            ids.AddRange(group);
            commands.Add(
                factory.AtomicOf(group[0].Command) is not null ? new SyncCommand.Atomic(groupId!, made)
                : groupId is not null ? new SyncCommand.Sequence(groupId, made)
                : made[0]
            );
        }

        return (commands.ToImmutable(), ids.ToImmutable());
    }

    /// <summary>Returns only the ids, to match the answers; this requires no secret.</summary>
    public static ImmutableArray<Numbered> Number(ValueList<PlannedCommand> plan, CompiledPolicy version, int firstId)
    {
        ArgumentNullException.ThrowIfNull(version);
        return [.. Numbering(plan, new CommandFactory(version, "", SecretValues.None), firstId).SelectMany(g => g.Group)];
    }

    /// <summary>The groups in the order of sending; a group with a key is wrapped in an Atomic.</summary>
    private static IEnumerable<(Numbered[] Group, string? GroupId)> Numbering(
        ValueList<PlannedCommand> plan,
        CommandFactory factory,
        int firstId
    )
    {
        var next = firstId;
        foreach (var group in Groups(plan, factory))
        {
            var wrap = group.Length > 1 || factory.AtomicOf(group[0]) is not null ? Next() : null;
            yield return ([.. group.Select(command => new Numbered(Next(), command))], wrap);
        }

        string Next() => next++.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The commands of one group, in the order of sending.</summary>
    internal static IEnumerable<PlannedCommand[]> Groups(IReadOnlyCollection<PlannedCommand> plan, CommandFactory factory)
    {
        var alone = plan.Where(c => factory.AtomicOf(c) is null).ToLookup(factory.ComesLast);
        PlannedCommand[][] groups =
        [
            [.. alone[false]],
            .. plan.Where(c => factory.AtomicOf(c) is not null).GroupBy(factory.AtomicOf, StringComparer.Ordinal).Select(g => g.ToArray()),
            [.. alone[true]],
        ];
        return groups.Where(g => g.Length > 0);
    }
}
