using MamConsole.Protocol.Csp;
using MamConsole.Protocol.SyncML;

namespace MamConsole.PolicyEngine.Nodes;

/// <summary>
/// Checks nodes and commands against the catalog (docs/reference/abuse-cases.md PB-06). The check is made twice, because a version is
/// compiled once and sent for years: compiled nodes are checked with their values; commands are checked by LocURI and verb before they are
/// sent, whatever component creates them.
/// </summary>
internal static class CspAllowList
{
    /// <summary>Returns the node, which is in the catalog, with a value that Windows accepts.</summary>
    /// <exception cref="InvalidOperationException">The node is not allowed: a bug in a compiler, or a rule that accepts too
    /// much.</exception>
    public static CompiledNode Checked(CompiledNode node)
    {
        var rejection = CspGuard.Reject(VerbFor(node), node.LocUri);
        if (rejection is null)
        {
            var known = CspCatalogue.NodeAt(node.LocUri).Node!;
            rejection = CspGuard.RejectValue(known, node.Format, node.Value);
            if (rejection is null && node.MinimumBuild < known.MinimumBuild)
            {
                rejection = new(CspRejectionKind.Unknown, $"{known.Uri} does not exist in Windows before build {known.MinimumBuild}.");
            }
        }

        return rejection is null ? node : throw new InvalidOperationException($"The compiled policy must not be sent: {rejection.Words}");
    }

    /// <summary>Whether a command may go to a device.</summary>
    public static bool Allows(SyncCommand command) => RejectionOf(command) is null;

    /// <summary>Returns the command if it may be sent to a device.</summary>
    /// <exception cref="InvalidOperationException">The command is not allowed: a bug in its creator.</exception>
    public static SyncCommand Checked(SyncCommand command) =>
        RejectionOf(command) is { } rejection
            ? throw new InvalidOperationException($"The command must not be sent: {rejection.Words}")
            : command;

    private static CspRejection? RejectionOf(SyncCommand command)
    {
        var verb = command switch
        {
            SyncCommand.Get => CspAccess.Get,
            SyncCommand.Add => CspAccess.Add,
            SyncCommand.Replace => CspAccess.Replace,
            SyncCommand.Delete => CspAccess.Delete,
            SyncCommand.Exec => CspAccess.Exec,
            _ => throw new InvalidOperationException($"A {command.Name} names no node."),
        };
        foreach (var item in command.Parts().Items)
        {
            if (CspGuard.Reject(verb, item.Target ?? "") is { } rejection)
            {
                return rejection;
            }
        }

        return null;
    }

    /// <summary>Returns the command that sends a version's node to a device: an Exec, or a write with the verb of the node.</summary>
    private static CspAccess VerbFor(CompiledNode node) =>
        node.Format == CspFormat.Null ? CspAccess.Exec
        : CspCatalogue.NodeAt(node.LocUri).Node is { } known && !known.Access.HasFlag(CspAccess.Replace) ? CspAccess.Add
        : CspAccess.Replace;
}
