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
    /// Where the ids of a session begin: each session of a device has a thousand of its own, so that the answers of one session, sent once more in a later
    /// one, name nothing that was asked there (abuse-cases.md SY-35).
    /// </summary>
    /// <param name="revision">How often the device's row had been written when the session's step began.</param>
    public static int FirstIdAt(long revision) => FirstCommandId + (int)(revision % 1_000_000 * 1000);

    /// <summary>Builds what is to be sent: everything in order in one Sequence, DeviceLock's writes in one Atomic after it (protocol.md §3.5).</summary>
    /// <param name="plan">What the message asks.</param>
    /// <param name="version">The version whose values are written.</param>
    /// <param name="grouping">This enrollment's AppLocker grouping.</param>
    /// <param name="firstId">The first id.</param>
    public static (ImmutableArray<SyncCommand> Commands, ImmutableArray<Numbered> Ids) Build(
        ValueList<PlannedCommand> plan, CompiledPolicy version, string grouping, int firstId = FirstCommandId)
    {
        ArgumentNullException.ThrowIfNull(version);
        var maker = new CommandMaker(version, grouping);
        var ids = ImmutableArray.CreateBuilder<Numbered>(plan.Count);
        var next = firstId;
        var commands = ImmutableArray.CreateBuilder<SyncCommand>(2);

        var inAtomic = plan.Where(maker.IsAtomic).ToArray();
        var inSequence = plan.Where(c => !maker.IsAtomic(c)).ToArray();
        if (inSequence.Length == 1)
        {
            commands.Add(Make(inSequence[0]));
        }
        else if (inSequence.Length > 1)
        {
            var id = Next();
            commands.Add(new SyncCommand.Sequence(id, [.. inSequence.Select(Make)]));
        }

        if (inAtomic.Length > 0)
        {
            var id = Next();
            commands.Add(new SyncCommand.Atomic(id, [.. inAtomic.Select(Make)]));
        }

        return (commands.ToImmutable(), ids.ToImmutable());

        string Next() => next++.ToString(CultureInfo.InvariantCulture);

        SyncCommand Make(PlannedCommand command)
        {
            var id = Next();
            ids.Add(new Numbered(id, command));
            return maker.Make(command, id);
        }
    }
}
