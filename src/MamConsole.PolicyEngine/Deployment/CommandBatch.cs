using System.Collections.Immutable;
using System.Globalization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>
/// Planned commands as SyncML commands. The same plan gives the same commands with the same ids, always: a repeated message is answered
/// with the same bytes on any node, from the stored plan alone.
/// </summary>
public static class CommandBatch
{
    /// <summary>Our commands' ids start here or above; statuses use the numbers below (house: the state of a session).</summary>
    public const int FirstCommandId = 1001;

    /// <summary>A planned command with the id it has on the wire.</summary>
    public readonly record struct Numbered(string CmdId, PlannedCommand Command);

    /// <summary>
    /// Where the ids of a session begin: each session of a device has a thousand of its own, so that the answers of one session, sent once
    /// more in a later
    /// one, name nothing that was asked there (docs/reference/abuse-cases.md SY-35).
    /// </summary>
    /// <param name="revision">How often the device's row had been written when the session's step began.</param>
    public static int FirstIdAt(long revision) => FirstCommandId + (int)(revision % 1_000_000 * 1000);

    /// <summary>
    /// Builds what is to be sent: everything in order in one Sequence; after it what goes together or not at all, each in an Atomic of its
    /// own (docs/reference/protocol.md §3.5);
    /// last what builds on these.
    /// </summary>
    /// <param name="plan">What the message asks.</param>
    /// <param name="version">The version whose values are written.</param>
    /// <param name="grouping">This enrollment's AppLocker grouping.</param>
    /// <param name="firstId">The first id.</param>
    /// <param name="secrets">The version's secrets; null where it has none.</param>
    /// <exception cref="InvalidOperationException">A secret is missing that was there when the plan was cut.</exception>
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

    /// <summary>The ids alone, for the answers: needs no secret.</summary>
    public static ImmutableArray<Numbered> Number(ValueList<PlannedCommand> plan, CompiledPolicy version, int firstId)
    {
        ArgumentNullException.ThrowIfNull(version);
        return [.. Numbering(plan, new CommandFactory(version, "", SecretValues.None), firstId).SelectMany(g => g.Group)];
    }

    /// <summary>The groups in the order of sending; those with an id of their own are wrapped.</summary>
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

    /// <summary>What goes together, in the order of sending.</summary>
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
