using System.Collections.Immutable;
using System.Globalization;
using MamConsole.PolicyEngine.Values;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>
/// Planned commands as SyncML commands. The same plan gives the same commands with the same ids, always: a repeated message is answered
/// with the same bytes on any node, from the stored plan alone.
/// </summary>
public static class CommandBatch
{
    /// <summary>Our commands' ids start here; statuses use the numbers below (house: the state of a session).</summary>
    public const int FirstCommandId = 1001;

    /// <summary>A planned command with the id it has on the wire.</summary>
    public readonly record struct Numbered(string CmdId, PlannedCommand Command);

    /// <summary>Builds what is to be sent: everything in order in one Sequence, DeviceLock's writes in one Atomic after it (protocol.md §3.5).</summary>
    /// <param name="plan">What the message asks.</param>
    /// <param name="version">The version whose values are written.</param>
    /// <param name="grouping">This enrollment's AppLocker grouping.</param>
    public static (ImmutableArray<SyncCommand> Commands, ImmutableArray<Numbered> Ids) Build(ValueList<PlannedCommand> plan, CompiledPolicy version, string grouping)
    {
        ArgumentNullException.ThrowIfNull(version);
        var nodes = version.Nodes.ToDictionary(n => n.LocUri, StringComparer.Ordinal);
        var ids = ImmutableArray.CreateBuilder<Numbered>(plan.Count);
        var next = FirstCommandId;
        var commands = ImmutableArray.CreateBuilder<SyncCommand>(2);

        var inAtomic = plan.Where(IsAtomic).ToArray();
        var inSequence = plan.Where(c => !IsAtomic(c)).ToArray();
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

        bool IsAtomic(PlannedCommand command) =>
            command is PlannedCommand.Write && nodes.TryGetValue(command.LocUri, out var node) && node.Stage == NodeStage.DeviceLock;

        string Next() => next++.ToString(CultureInfo.InvariantCulture);

        SyncCommand Make(PlannedCommand command)
        {
            var id = Next();
            ids.Add(new Numbered(id, command));
            var uri = command.LocUri.Replace(CompiledNode.GroupingPlaceholder, grouping, StringComparison.Ordinal);
            return command switch
            {
                PlannedCommand.Read => new SyncCommand.Get(id, [new SyncItem(Target: CspNode.ReadUriOf(uri))]),
                PlannedCommand.Remove => new SyncCommand.Delete(id, [new SyncItem(Target: RemovalTarget(uri))]),
                PlannedCommand.Write { Verb: WriteVerb.Add } => new SyncCommand.Add(id, [Item(uri, nodes[command.LocUri])]),
                PlannedCommand.Write => new SyncCommand.Replace(id, [Item(uri, nodes[command.LocUri])]),
                _ => throw new InvalidOperationException("A planned command writes, removes or reads."),
            };
        }
    }

    private static SyncItem Item(string uri, CompiledNode node) => new(Target: uri, Format: Wire(node.Format), Data: node.Value);

    /// <summary>An AppLocker list goes with its type's node: <c>…/EXE/Policy</c> is removed as <c>…/EXE</c>, so that no empty shell stays (wip-authoring.md §5.1).</summary>
    private static string RemovalTarget(string uri) =>
        uri.Contains("/AppLocker/", StringComparison.Ordinal) && uri.EndsWith("/Policy", StringComparison.Ordinal) ? uri[..^"/Policy".Length] : uri;

    private static string Wire(CspFormat format) => format switch
    {
        CspFormat.Chr => "chr",
        CspFormat.Int => "int",
        CspFormat.Bool => "bool",
        CspFormat.B64 => "b64",
        CspFormat.Node => "node",
        CspFormat.Null => "null",
        CspFormat.Xml => "xml",
        _ => throw new InvalidOperationException($"Format {format} has no name on the wire."),
    };
}
