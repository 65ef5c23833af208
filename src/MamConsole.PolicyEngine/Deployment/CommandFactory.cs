using MamConsole.PolicyEngine.Nodes;
using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Deployment;

/// <summary>Creates one SyncML command from one planned command.</summary>
internal sealed class CommandFactory(CompiledPolicy version, string grouping, SecretValues secrets)
{
    private readonly Dictionary<string, CompiledNode> nodes = version.Nodes.ToDictionary(n => n.LocUri, StringComparer.Ordinal);

    /// <summary>
    /// The key of the command's Atomic group: the writes of DeviceLock (docs/reference/protocol.md §3.5), those of one certificate, or a
    /// single VPN profile, whose CSP requires an Atomic. Null for a command outside of a group.
    /// </summary>
    public string? AtomicOf(PlannedCommand command) =>
        command is not PlannedCommand.Write || !nodes.TryGetValue(command.LocUri, out var node) ? null
        : node.Stage == NodeStage.DeviceLock ? "DeviceLock"
        : NodeGroups.RootOf(node.LocUri) ?? (node.LocUri.Contains("/VPNv2/", StringComparison.Ordinal) ? node.LocUri : null);

    /// <summary>Whether the command is written after the certificates because it signs in with one.</summary>
    public bool ComesLast(PlannedCommand command) =>
        command is PlannedCommand.Write && nodes[command.LocUri].Stage is >= NodeStage.Connectivity and < NodeStage.MdmLink;

    /// <summary>
    /// Why the command cannot be sent; null when it can. A node that is not allowed was never written, so it is not removed either.
    /// </summary>
    public StatusCode? Fault(PlannedCommand command) =>
        (command is PlannedCommand.Write ? ValueFault(nodes[command.LocUri]) : null)
        ?? (
            CspAllowList.Allows(MakeUnchecked(command, "")) ? null
            : command is PlannedCommand.Remove ? StatusCode.Ok
            : UnsentCommand.NotAllowed
        );

    /// <exception cref="InvalidOperationException">The command is not allowed (<see cref="CspAllowList"/>), or its secret is not available:
    /// <see cref="Fault"/> reports it beforehand.</exception>
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
            _ => throw new InvalidOperationException("A planned command must write, remove or read."),
        };
    }

    /// <summary>
    /// Every enrollment has a grouping; where only the structure of a command matters there is none, and the placeholder stays.
    /// </summary>
    private string Fill(string locUri) =>
        grouping.Length == 0 ? locUri : locUri.Replace(CompiledNode.GroupingPlaceholder, grouping, StringComparison.Ordinal);

    private SyncItem Item(string uri, CompiledNode node) =>
        new(
            Target: uri,
            Format: Wire(node.Format),
            Data: secrets.Fill(node) ?? throw new InvalidOperationException($"A secret of {node.LocUri} can no longer be read.")
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
            // The DDF format is bin; in an XML message the text is Base64, and its format is b64.
            CspFormat.Bin => "b64",
            _ => throw new InvalidOperationException($"Format {format} has no SyncML name."),
        };
}
