using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>One planned command as one SyncML command.</summary>
internal sealed class CommandMaker(CompiledPolicy version, string grouping)
{
    private readonly Dictionary<string, CompiledNode> nodes = version.Nodes.ToDictionary(n => n.LocUri, StringComparer.Ordinal);

    /// <summary>DeviceLock's writes go together or not at all (protocol.md §3.5).</summary>
    public bool IsAtomic(PlannedCommand command) =>
        command is PlannedCommand.Write && nodes.TryGetValue(command.LocUri, out var node) && node.Stage == NodeStage.DeviceLock;

    /// <summary>Whether XML can carry what it writes.</summary>
    public bool CanBeWritten(PlannedCommand command) => command is not PlannedCommand.Write || SyncMLWriter.CanCarry(nodes[command.LocUri].Value);

    public SyncCommand Make(PlannedCommand command, string id)
    {
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
