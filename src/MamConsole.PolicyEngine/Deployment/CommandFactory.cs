using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>One planned command as one SyncML command.</summary>
internal sealed class CommandFactory(CompiledPolicy version, string grouping, SecretValues secrets)
{
    private readonly Dictionary<string, CompiledNode> nodes = version.Nodes.ToDictionary(n => n.LocUri, StringComparer.Ordinal);

    /// <summary>
    /// What the command goes together with or not at all: DeviceLock's writes (docs/reference/protocol.md §3.5), those of one certificate;
    /// a VPN profile with nothing but itself,
    /// which its provider wants in an Atomic all the same. Null for what stands alone.
    /// </summary>
    public string? AtomicOf(PlannedCommand command) =>
        command is not PlannedCommand.Write || !nodes.TryGetValue(command.LocUri, out var node) ? null
        : node.Stage == NodeStage.DeviceLock ? "DeviceLock"
        : NodeGroups.RootOf(node.LocUri) ?? (node.LocUri.Contains("/VPNv2/", StringComparison.Ordinal) ? node.LocUri : null);

    /// <summary>What signs in with a certificate is written after it.</summary>
    public bool ComesLast(PlannedCommand command) =>
        command is PlannedCommand.Write && nodes[command.LocUri].Stage is >= NodeStage.Connectivity and < NodeStage.MdmLink;

    /// <summary>
    /// Why it goes into no message; null when it may. What is not allowed was never written either: there is nothing to remove.
    /// </summary>
    public StatusCode? Fault(PlannedCommand command) =>
        (command is PlannedCommand.Write ? ValueFault(nodes[command.LocUri]) : null)
        ?? (
            CspAllowList.Allows(MakeUnchecked(command, "")) ? null
            : command is PlannedCommand.Remove ? StatusCode.Ok
            : UnsentCommand.NotAllowed
        );

    /// <exception cref="InvalidOperationException">It is not allowed (<see cref="CspAllowList"/>), or a secret of it cannot be had:
    /// <see cref="Fault"/> says so before.</exception>
    public SyncCommand Make(PlannedCommand command, string id) => CspAllowList.Checked(MakeUnchecked(command, id));

    private StatusCode? ValueFault(CompiledNode node) =>
        secrets.Fill(node) is not { } value ? UnsentCommand.SecretMissing
        : SyncMLWriter.CanCarry(value) ? null
        : StatusCode.BadRequest;

    private SyncCommand MakeUnchecked(PlannedCommand command, string id)
    {
        var uri = Fill(command.LocUri);
        return command switch
        {
            PlannedCommand.Read => new SyncCommand.Get(
                id,
                [
                    new SyncItem(
                        Target: NodeGroups.ReadTarget(
                            uri,
                            nodes.TryGetValue(command.LocUri, out var read) ? read.ReadBack : ReadBackKind.Value
                        )
                    ),
                ]
            ),
            PlannedCommand.Remove => new SyncCommand.Delete(id, [new SyncItem(Target: NodeGroups.RemovalTarget(uri))]),
            PlannedCommand.Write { Verb: WriteVerb.Add } => new SyncCommand.Add(id, [Item(uri, nodes[command.LocUri])]),
            PlannedCommand.Write { Verb: WriteVerb.Exec } => new SyncCommand.Exec(id, [new SyncItem(Target: uri)]),
            PlannedCommand.Write => new SyncCommand.Replace(id, [Item(uri, nodes[command.LocUri])]),
            _ => throw new InvalidOperationException("A planned command writes, removes or reads."),
        };
    }

    /// <summary>
    /// Every enrollment has a grouping; where only the shape of a command matters there is none, and its place stays open.
    /// </summary>
    private string Fill(string locUri) =>
        grouping.Length == 0 ? locUri : locUri.Replace(CompiledNode.GroupingPlaceholder, grouping, StringComparison.Ordinal);

    private SyncItem Item(string uri, CompiledNode node) =>
        new(
            Target: uri,
            Format: Wire(node.Format),
            Data: secrets.Fill(node) ?? throw new InvalidOperationException($"A secret of {node.LocUri} cannot be read any more.")
        );

    private static string Wire(CspFormat format) =>
        format switch
        {
            CspFormat.Chr => "chr",
            CspFormat.Int => "int",
            CspFormat.Bool => "bool",
            CspFormat.B64 => "b64",
            CspFormat.Node => "node",
            CspFormat.Null => "null",
            CspFormat.Xml => "xml",
            // DDF says bin; in an XML message its text is base64, and says so.
            CspFormat.Bin => "b64",
            _ => throw new InvalidOperationException($"Format {format} has no name on the wire."),
        };
}
